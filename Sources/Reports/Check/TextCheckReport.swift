import Diagnostics

/// The findings for people at a terminal.
///
///     handoffs/acme/acme-onboarding.md:12:11: error: P1 cites no evidence [uncited-promise]
///     12 |     text: SSO by May
///        |           ^^^^^^^^^^
///        → handoff cite acme-onboarding/P1
///
///     1 error in 1 brief
struct TextCheckReport {
  let report: CheckReport
  let isColored: Bool

  var rendered: String {
    var output = ""
    var rest = report.diagnostics[...]
    while let first = rest.first {
      let group = rest.prefix { $0.path == first.path && $0.start == first.start }
      output += rendered(group) + "\n"
      rest = rest.dropFirst(group.count)
    }
    return output + report.summary.styled(.bold, if: isColored) + "\n"
  }

  /// Findings at one place: all sentences, the line once, and each next step once.
  private func rendered(_ group: ArraySlice<Diagnostic>) -> String {
    var lines = group.map(headline)
    guard let widest = group.max(by: { $0.end < $1.end }) else { return "" }
    let number = String(widest.start.line)
    let margin = String(repeating: " ", count: number.utf8.count)
    if let excerpt = SourceExcerpt(of: widest) {
      let underline = excerpt.underline.styled(.red, if: isColored)
      lines.append("\(number) | \(excerpt.line)")
      lines.append("\(margin) | \(excerpt.indentation)\(underline)")
    }
    var told: Set<String> = []
    for diagnostic in group where !diagnostic.help.isEmpty && told.insert(diagnostic.help).inserted
    {
      lines.append("\(margin) → \(diagnostic.help.escapingControls)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func headline(_ diagnostic: Diagnostic) -> String {
    let severity = "\(diagnostic.severity.rawValue):"
      .styled(TerminalStyle(diagnostic.severity), if: isColored)
    return "\(diagnostic.place):".styled(.bold, if: isColored) + " \(severity) "
      + "\(diagnostic.message.escapingControls) [\(diagnostic.rule.escapingControls)]"
  }
}
