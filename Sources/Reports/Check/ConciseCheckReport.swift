import Diagnostics

/// One line for each finding, as editors and other programs read it.
struct ConciseCheckReport {
  let report: CheckReport

  var rendered: String {
    report.diagnostics.map { $0.conciseLine + "\n" }.joined()
  }
}

extension Diagnostic {
  /// The finding as `path:line:column: severity: message [rule]`.
  package var conciseLine: String {
    "\(place): \(severity.rawValue): \(message.escapingControls) [\(rule.escapingControls)]"
  }

  /// The finding's place as `path:line:column`.
  var place: String {
    "\(path.escapingControls):\(start.line):\(start.column)"
  }
}
