/// A checklist for people at a terminal.
struct TextChecklistReport {
  let report: ChecklistReport
  let isColored: Bool

  var rendered: String {
    var lines: [String] = []
    for group in report.groups { lines += group.textLines(isColored: isColored) + [""] }
    lines += report.missing.missingLines(isColored: isColored)
    return lines.map { $0 + "\n" }.joined()
  }
}
