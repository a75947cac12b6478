internal import Briefs
internal import Markdown

extension SummaryChange {
  /// A section of a summary before and now; nil where there is none.
  struct Pair {
    let old: SummaryContent.Section?
    let new: SummaryContent.Section?

    var heading: String { new?.heading ?? old?.heading ?? "" }

    /// Whether both say the same; layout is no difference.
    var isSame: Bool {
      guard let old, let new else { return false }
      return old.markdown.collapsingWhiteSpace.utf8
        .elementsEqual(new.markdown.collapsingWhiteSpace.utf8)
    }
  }

  /// Sections by their headings, in the order of the new ones, each that is gone behind what stood
  /// above it.
  static func pairs(
    of old: [SummaryContent.Section], _ new: [SummaryContent.Section]
  ) -> [Pair] {
    var rest = old
    var pairs: [Pair] = []
    for section in new {
      guard let index = rest.firstIndex(where: { $0.hasHeading(of: section) }) else {
        pairs.append(Pair(old: nil, new: section))
        continue
      }
      let gone = rest[..<index].filter { above in !new.contains { $0.hasHeading(of: above) } }
      pairs += gone.map { Pair(old: $0, new: nil) }
      pairs.append(Pair(old: rest[index], new: section))
      rest.remove(at: index)
      rest.removeAll { above in gone.contains { $0 == above } }
    }
    return pairs + rest.map { Pair(old: $0, new: nil) }
  }

  /// The parts of two summaries in which a word was struck or added.
  static func all(from old: SummaryContent, to new: SummaryContent) -> [SummaryChange] {
    pairs(of: old.sections, new.sections).filter { !$0.isSame }.map { pair in
      SummaryChange(title: pair.heading.isEmpty ? nil : pair.heading, lines: pair.lines)
    }
  }
}

extension SummaryChange.Pair {
  /// The changed lines, as words; as they are written where only marks or links changed.
  fileprivate var lines: [MarkedWords] {
    let words = SummaryChange.changedLines(from: old?.words ?? "", to: new?.words ?? "")
    guard words.isEmpty else { return words }
    return SummaryChange.changedLines(from: old?.markdown ?? "", to: new?.markdown ?? "")
  }
}

extension SummaryContent.Section {
  fileprivate func hasHeading(of other: Self) -> Bool {
    heading.utf8.elementsEqual(other.heading.utf8)
  }

  /// Each paragraph and item of a list on a line, without markup.
  fileprivate var words: String {
    let document = MarkdownDocument(Array(markdown.utf8)[...])
    guard !document.exceedsLimits else { return markdown }
    return document.blocks.filter { $0.kind != .html }
      .map { $0.text.collapsingWhiteSpace }.joined(separator: "\n")
  }
}
