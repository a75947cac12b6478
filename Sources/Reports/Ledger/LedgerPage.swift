internal import Briefs

/// An answer of the ledger as parts, to be written for a terminal, a forge or a browser.
struct LedgerPage {
  /// One brief, or one life of an item.
  struct Section {
    let title: String
    let notes: [String]
    let groups: [DifferenceOutline.Group]
  }

  let title: String

  /// What a reader must know of the whole.
  let notes: [String]
  let sections: [Section]

  /// The page as text that ends with a line feed; for programs the answer itself as JSON.
  func rendered(
    as format: DifferenceFormat, isColored: Bool, json: @autoclosure () -> JSONValue
  ) -> String {
    switch format {
    case .text: text(isColored: isColored)
    case .markdown: markdown
    case .html: html
    case .json: json().text + "\n"
    }
  }

  private func text(isColored: Bool) -> String {
    func line(_ text: String, _ style: TerminalStyle) -> TerminalText {
      TerminalText("\(text.collapsingWhiteSpace)").styled(style, if: isColored)
    }
    var lines = [line(title, .bold)] + notes.map { line($0, .faint) }
    for section in sections {
      lines += ["", line(section.title, .bold)] + section.notes.map { line($0, .faint) }
      for group in section.groups { lines += [""] + group.textLines(isColored: isColored) }
    }
    return lines.text
  }

  private var markdown: String {
    let head = "# \(title.onOneLine.escapedForMarkdown)\n\n" + LedgerPage.list(of: notes)
    return head
      + sections.map { section in
        "\n## \(section.title.onOneLine.escapedForMarkdown)\n\n"
          + LedgerPage.list(of: section.notes)
          + section.groups.map { group in
            "\n### \(group.title.onOneLine.escapedForMarkdown)\n\n"
              + group.entries.map(\.markdown).joined()
          }.joined()
      }.joined()
  }

  private var html: String {
    let content = sections.map { section in
      "<section>\n<h2>\(section.title.onOneLine.escapedForHTML)</h2>\n"
        + LedgerPage.paragraphs(of: section.notes)
        + section.groups.map { group in
          HTMLDifferenceReport.list(group.entries.map(\.html), below: group.title)
        }.joined() + "</section>\n"
    }
    return HTMLPage(
      title: title, content: LedgerPage.paragraphs(of: notes) + content.joined()
    ).rendered
  }

  private static func list(of notes: [String]) -> String {
    notes.map { "- \($0.onOneLine.escapedForMarkdown)\n" }.joined()
  }

  private static func paragraphs(of notes: [String]) -> String {
    notes.map { "<p class=\"place\">\($0.onOneLine.escapedForHTML)</p>\n" }.joined()
  }
}
