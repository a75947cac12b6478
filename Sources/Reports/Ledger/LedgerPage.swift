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

  /// Its parts; many of them are made only when they are written.
  let sections: AnySequence<Section>

  /// What is said behind them.
  let ending: [String]

  init(
    title: String, notes: [String], sections: some Sequence<Section>, ending: [String] = []
  ) {
    self.title = title
    self.notes = notes
    self.sections = AnySequence(sections)
    self.ending = ending
  }

  /// The page as text that ends with a line feed; for programs the answer itself as JSON.
  func rendered(
    as format: DifferenceFormat, isColored: Bool, json: @autoclosure () -> JSONValue
  ) -> String {
    var text = ""
    write(as: format, isColored: isColored, json: json()) { text += $0 }
    return text
  }

  /// Writes the same in portions.
  func write(
    as format: DifferenceFormat, isColored: Bool, json: @autoclosure () -> JSONValue,
    _ give: (String) throws -> Void
  ) rethrows {
    switch format {
    case .text: try writeText(isColored: isColored, give)
    case .markdown: try writeMarkdown(give)
    case .html: try writeHTML(give)
    case .json:
      try json().write(give)
      try give("\n")
    }
  }

  private func writeText(isColored: Bool, _ give: (String) throws -> Void) rethrows {
    func line(_ text: String, _ style: TerminalStyle) -> TerminalText {
      TerminalText("\(text.collapsingWhiteSpace)").styled(style, if: isColored)
    }
    try give(([line(title, .bold)] + notes.map { line($0, .faint) }).text)
    for section in sections {
      var lines = ["", line(section.title, .bold)] + section.notes.map { line($0, .faint) }
      for group in section.groups { lines += [""] + group.textLines(isColored: isColored) }
      try give(lines.text)
    }
    if !ending.isEmpty { try give(([""] + ending.map { line($0, .faint) }).text) }
  }

  private func writeMarkdown(_ give: (String) throws -> Void) rethrows {
    try give("# \(title.onOneLine.escapedForMarkdown)\n\n" + LedgerPage.list(of: notes))
    for section in sections {
      try give(
        "\n## \(section.title.onOneLine.escapedForMarkdown)\n\n"
          + LedgerPage.list(of: section.notes)
          + section.groups.map { group in
            "\n### \(group.title.onOneLine.escapedForMarkdown)\n\n"
              + group.entries.map(\.markdown).joined()
          }.joined())
    }
    for words in ending { try give("\n\(words.onOneLine.escapedForMarkdown)\n") }
  }

  private func writeHTML(_ give: (String) throws -> Void) rethrows {
    try give(HTMLPage.beginning(titled: title) + LedgerPage.paragraphs(of: notes))
    for section in sections {
      try give(
        "<section>\n<h2>\(section.title.onOneLine.escapedForHTML)</h2>\n"
          + LedgerPage.paragraphs(of: section.notes)
          + section.groups.map { group in
            HTMLDifferenceReport.list(group.entries.map(\.html), below: group.title)
          }.joined() + "</section>\n")
    }
    try give(LedgerPage.paragraphs(of: ending) + HTMLPage.end)
  }

  private static func list(of notes: [String]) -> String {
    notes.map { "- \($0.onOneLine.escapedForMarkdown)\n" }.joined()
  }

  private static func paragraphs(of notes: [String]) -> String {
    notes.map { "<p class=\"place\">\($0.onOneLine.escapedForHTML)</p>\n" }.joined()
  }
}
