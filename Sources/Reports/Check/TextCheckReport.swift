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
    for diagnostic in report.diagnostics { output += rendered(diagnostic) + "\n" }
    return output + colored(report.summary, .bold) + "\n"
  }

  private func rendered(_ diagnostic: Diagnostic) -> String {
    let severity = colored(
      "\(diagnostic.severity.rawValue):", diagnostic.severity == .error ? .red : .yellow)
    var lines = [
      "\(colored("\(diagnostic.place):", .bold)) \(severity) "
        + "\(diagnostic.message.escapingControls) [\(diagnostic.rule.escapingControls)]"
    ]
    let number = String(diagnostic.start.line)
    let margin = String(repeating: " ", count: number.utf8.count)
    if let excerpt = SourceExcerpt(of: diagnostic) {
      lines.append("\(number) | \(excerpt.line)")
      lines.append("\(margin) | \(excerpt.indentation)\(colored(excerpt.underline, .red))")
    }
    if !diagnostic.help.isEmpty {
      lines.append("\(margin) → \(diagnostic.help.escapingControls)")
    }
    return lines.joined(separator: "\n") + "\n"
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
