internal import Briefs
internal import Diagnostics

// A review for people at a terminal.
extension ReviewReport {
  func text(isColored: Bool) -> String {
    let flagLines = RedFlagLines(flags).text(isColored: isColored)
    var output = start == nil ? "" : header(isColored: isColored) + "\n"
    if !flagLines.isEmpty { output += flagLines + "\n" }
    output += start == nil ? whole(isColored: isColored) : news(isColored: isColored)
    if let approvalGroup { output += "\n" + approvalGroup.textLines(isColored: isColored).joined }
    output += "\n" + missing.missingLines(isColored: isColored).joined
    if !offered.isEmpty {
      output += "\n" + pasteTitle.onOneLine.styled(.bold, if: isColored) + "\n"
      output += pasteLines.map(\.escapingControls).joined
    }
    return output
  }

  private func header(isColored: Bool) -> String {
    let status = compared.brief.fields.string(.status) ?? "?"
    return [
      compared.title.styled(.bold, if: isColored),
      "\(compared.path) · \(status)".onOneLine.styled(.faint, if: isColored),
    ].joined
  }

  /// The answers, then the changes.
  private func news(isColored: Bool) -> String {
    var output = ""
    if let answers { output += answers.textLines(isColored: isColored).joined + "\n" }
    let lines =
      compared.notes.map(\.onOneLine) + compared.changeLines(isColored: isColored).map(\.string)
    let title = (changesTitle ?? "").onOneLine.styled(.bold, if: isColored)
    return output + ([title] + (lines.isEmpty ? ["  " + nothingNew.onOneLine] : lines)).joined
  }

  private func whole(isColored: Bool) -> String {
    BriefReport(path: compared.path, brief: compared.brief).rendered(
      as: .text, isColored: isColored)
  }
}

extension [String] {
  fileprivate var joined: String { map { $0 + "\n" }.joined() }
}
