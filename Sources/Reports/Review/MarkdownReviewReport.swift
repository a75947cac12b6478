internal import Briefs
internal import Diagnostics

// A review as a page of Markdown, such as a comment on a proposed change.
extension ReviewReport {
  var markdown: String {
    let flagLines = RedFlagLines(flags).markdown
    var output = "# Review of \(name.onOneLine.escapedForMarkdown)\n"
    if !flagLines.isEmpty { output += "\n" + flagLines }
    if let answers { output += "\n" + answers.markdown }
    if let changesTitle {
      output += "\n## \(changesTitle.onOneLine.escapedForMarkdown)\n" + changesInMarkdown
    } else {
      for group in BriefOutline.groups(of: compared.brief) { output += "\n" + group.markdown }
    }
    if let approvalGroup { output += "\n" + approvalGroup.markdown }
    output += "\n" + missing.missingInMarkdown
    if !offered.isEmpty {
      let lines = pasteLines.map { "    " + $0.escapingControls + "\n" }.joined()
      output += "\n## Approve\n\n\(pasteTitle.onOneLine.escapedForMarkdown):\n\n" + lines
    }
    return output
  }

  private var changesInMarkdown: String {
    let notes = compared.notes.map { "- \($0.onOneLine.escapedForMarkdown)\n" }.joined()
    let changes = compared.changesInMarkdown(level: 3)
    if notes.isEmpty, changes.isEmpty { return "\nNothing.\n" }
    return (notes.isEmpty ? "" : "\n" + notes) + changes
  }
}
