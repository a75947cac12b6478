internal import Diagnostics
internal import Markdown

/// A part of the summary that a heading of its own opens, with the smaller headings below it.
package struct SummaryTopic: Sendable, Equatable {
  /// The heading's words.
  package let title: String

  /// The paragraphs and items of lists below it, in their order.
  package let words: [String]

  /// Whether it says nothing but that it was not discussed yet.
  package var isUndiscussed: Bool {
    guard words.count == 1, let only = words.first else { return false }
    let letters = only.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic }
    return ["notdiscussedyet", "notyetdiscussed", "notdiscussed"]
      .contains { $0.unicodeScalars.elementsEqual(letters) }
  }

  /// Whether the customer has told something about it.
  package var isFilled: Bool { !words.isEmpty && !isUndiscussed }
}

extension Brief {
  /// The summary by its headings.
  package var summaryTopics: [SummaryTopic] {
    var topics: [SummaryTopic] = []
    var level = 7
    for section in MarkdownDocument(source.bytes[body]).sections {
      let words = section.blocks
        .filter { $0.kind != .html && !$0.text.isBlank }
        .map { $0.text.collapsingWhiteSpace }
      if section.level > level, let last = topics.popLast() {
        topics.append(
          SummaryTopic(title: last.title, words: last.words + [section.title] + words))
        continue
      }
      level = section.level
      topics.append(SummaryTopic(title: section.title.collapsingWhiteSpace, words: words))
    }
    return topics
  }
}
