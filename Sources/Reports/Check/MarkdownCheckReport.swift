import Diagnostics

/// The findings as a table for a comment on a change.
struct MarkdownCheckReport {
  let report: CheckReport

  var rendered: String {
    var output = "**handoff:** \(report.summary)\n"
    guard !report.diagnostics.isEmpty else { return output }
    output += "\n| | where | what | next |\n|---|---|---|---|\n"
    for diagnostic in report.diagnostics { output += row(diagnostic) + "\n" }
    return output
  }

  private func row(_ diagnostic: Diagnostic) -> String {
    let cells = [
      diagnostic.severity.rawValue,
      "\(diagnostic.path.escapedForMarkdown):\(diagnostic.start.line)",
      "\(diagnostic.message.escapedForMarkdown) (\(diagnostic.rule.escapedForMarkdown))",
      diagnostic.help.escapedForMarkdown,
    ]
    return "| \(cells.joined(separator: " | ")) |"
  }
}
