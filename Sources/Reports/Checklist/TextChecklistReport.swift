internal import Diagnostics

/// A checklist for people at a terminal.
struct TextChecklistReport {
  let report: ChecklistReport
  let isColored: Bool

  var rendered: String {
    var lines: [String] = []
    for group in report.groups { lines += group.textLines(isColored: isColored) + [""] }
    lines.append("Still missing".styled(.bold, if: isColored))
    if report.missing.isEmpty { lines.append("  nothing") }
    for diagnostic in report.missing { lines += self.lines(for: diagnostic) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(for diagnostic: Diagnostic) -> [String] {
    let severity = diagnostic.severity.rawValue.styled(
      TerminalStyle(diagnostic.severity), if: isColored)
    let message =
      "  [ ] \(severity): \(diagnostic.message.escapingControls) "
      + "(line \(diagnostic.start.line), \(diagnostic.rule.escapingControls))"
    guard !diagnostic.help.isEmpty else { return [message] }
    return [message, "      → " + diagnostic.help.escapingControls]
  }
}
