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
    return output + colored(report.summary, .bold) + "\n"
  }

  /// Findings at one place: all sentences, the line once, and each next step once.
  private func rendered(_ group: ArraySlice<Diagnostic>) -> String {
    var lines = group.map(headline)
    guard let widest = group.max(by: { $0.end < $1.end }) else { return "" }
    let number = String(widest.start.line)
    let margin = String(repeating: " ", count: number.utf8.count)
    if let excerpt = SourceExcerpt(of: widest) {
      lines.append("\(number) | \(excerpt.line)")
      lines.append("\(margin) | \(excerpt.indentation)\(colored(excerpt.underline, .red))")
    }
    var told: Set<String> = []
    for diagnostic in group where !diagnostic.help.isEmpty && told.insert(diagnostic.help).inserted
    {
      lines.append("\(margin) → \(diagnostic.help.escapingControls)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func headline(_ diagnostic: Diagnostic) -> String {
    let severity = colored(
      "\(diagnostic.severity.rawValue):", diagnostic.severity == .error ? .red : .yellow)
    return "\(colored("\(diagnostic.place):", .bold)) \(severity) "
      + "\(diagnostic.message.escapingControls) [\(diagnostic.rule.escapingControls)]"
  }

  private enum Style: String {
    case bold = "1"
    case red = "31"
    case yellow = "33"
  }

  private func colored(_ text: String, _ style: Style) -> String {
    isColored ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
