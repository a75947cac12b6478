package import Briefs
internal import Markdown

extension Item {
  /// All that an item says in words, addresses and names of files, which is what is searched.
  package var searchText: String {
    var text = ""
    for field in fields.all where field.specification.kind.isSearched {
      for value in field.values {
        if !text.isEmpty { text += "\n" }
        text += value.string
      }
    }
    return text
  }
}

extension FieldKind {
  fileprivate var isSearched: Bool {
    switch self {
    case .freeText, .word, .address, .actor, .path, .url: true
    case .date, .instant, .day, .choice, .briefID, .itemID, .foreignItem, .source, .digest,
      .sha256, .number, .signature:
      false
    }
  }
}

/// A summary as it is searched.
package enum SummaryText {
  /// Each heading with its words and what stands below it, up to the next heading of any level.
  ///
  /// What stands above the first has an empty heading. A body that is too deep to be parsed is one
  /// section, as it is written.
  package static func sections(of body: ArraySlice<UInt8>) -> [(heading: String, text: String)] {
    let summary = MarkdownDocument(body)
    if summary.exceedsLimits { return [("", String(decoding: body, as: UTF8.self))] }
    var sections: [(heading: String, text: String)] = []
    if !summary.opening.isEmpty { sections.append(("", words(of: summary.opening))) }
    for section in summary.sections {
      let heading = section.title.collapsingWhiteSpace
      sections.append((heading, "\(heading)\n\(words(of: section.blocks))"))
    }
    return sections
  }

  private static func words(of blocks: ArraySlice<MarkdownBlock>) -> String {
    blocks.map(\.text).joined(separator: "\n")
  }
}
