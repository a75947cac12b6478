internal import Briefs
internal import Diagnostics
internal import Markdown

/// A brief's promises, exclusions and summary, cut into words once for all rules on wording.
struct BriefWords {
  /// A promise or exclusion that stands.
  struct Statement {
    let item: Item
    let text: Text
    let words: [Word]
    let content: ContentWords
    let cues: FoundCues
  }

  /// A paragraph, list item or cell of the summary.
  struct Passage {
    let block: MarkdownBlock
    let section: SummarySection?
    let words: [Word]
    let cues: FoundCues
  }

  let promises: [Statement]
  let exclusions: [Statement]
  let passages: [Passage]

  /// The cue words of ours, and those of the team where it has any.
  private let indexes: [CueIndex]

  init(_ brief: Brief, _ summary: MarkdownDocument, _ policy: Policy) {
    let indexes =
      [CueIndex.standard] + (policy.cueWords.isEmpty ? [] : [CueIndex(policy.cueWords)])
    self.indexes = indexes
    promises = brief.statements(in: .promises, indexes)
    exclusions = brief.statements(in: .exclusions, indexes)
    passages = summary.passages(indexes)
  }

  /// The cue words of another text.
  func cues(in words: [Word]) -> FoundCues { FoundCues(in: words, indexes) }
}

/// The sections of a summary that the rules on wording treat in their own way.
enum SummarySection: String {
  case timeline = "timeline"
  case stakeholders = "decision process and key stakeholders"
  case nextSteps = "next steps"
}

extension Brief {
  fileprivate func statements(
    in list: ItemList, _ indexes: [CueIndex]
  ) -> [BriefWords.Statement] {
    standingItems(in: list).compactMap { item in
      guard let text = item.telling else { return nil }
      let words = Word.words(of: text.string)
      return BriefWords.Statement(
        item: item, text: text, words: words, content: ContentWords(words),
        cues: FoundCues(in: words, indexes))
    }
  }
}

extension MarkdownDocument {
  /// What stands below each heading; smaller headings belong to the section they are in.
  fileprivate func passages(_ indexes: [CueIndex]) -> [BriefWords.Passage] {
    var passages = opening.compactMap { $0.passage(in: nil, indexes) }
    var current: (section: SummarySection?, level: Int) = (nil, 7)
    for section in sections {
      let known = SummarySection(rawValue: section.title.foldedTitle)
      if known != nil || section.level <= current.level { current = (known, section.level) }
      passages += section.blocks.compactMap { $0.passage(in: current.section, indexes) }
    }
    return passages
  }
}

extension MarkdownBlock {
  fileprivate func passage(
    in section: SummarySection?, _ indexes: [CueIndex]
  ) -> BriefWords.Passage? {
    switch kind {
    case .paragraph, .listItem, .tableCell: break
    case .heading, .code, .html: return nil
    }
    let words = Word.words(of: text)
    return BriefWords.Passage(
      block: self, section: section, words: words, cues: FoundCues(in: words, indexes))
  }
}

extension String {
  /// A heading without what varies: letter case, white space, a colon at its end.
  fileprivate var foldedTitle: String {
    var title = collapsingWhiteSpace.lowercased()
    while let last = title.unicodeScalars.last, last == ":" || last == " " {
      title.unicodeScalars.removeLast()
    }
    return title
  }

  /// A part of the text by its bytes.
  func slice(_ bytes: Range<Int>) -> String {
    String(decoding: Array(utf8.dropFirst(bytes.lowerBound).prefix(bytes.count)), as: UTF8.self)
  }
}

extension Text {
  /// The bytes of the file that a part of the words comes from; all of the value's where quoting
  /// hides it.
  func span(of bytes: Range<Int>, in source: SourceText) -> Range<Int> {
    let inset = style == .plain ? 0 : 1
    let start = span.lowerBound + inset
    guard span.count == string.utf8.count + 2 * inset,
      source.bytes[start..<(start + string.utf8.count)].elementsEqual(string.utf8)
    else { return span }
    return (start + bytes.lowerBound)..<(start + bytes.upperBound)
  }
}
