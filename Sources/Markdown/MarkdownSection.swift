/// A heading and what stands below it, up to the next heading of any level.
package struct MarkdownSection: Sendable {
  /// The heading's words without markup.
  package let title: String

  /// Where the heading's words are; empty where it has none.
  package let titleSpan: Range<Int>

  /// From 1, the highest, to 6.
  package let level: Int

  /// From the line after the heading to the next heading or the end of the file.
  package let bodySpan: Range<Int>

  /// What stands below the heading; empty where only blank lines do.
  package let blocks: ArraySlice<MarkdownBlock>

  /// The sentences below the heading, without code and HTML.
  package var sentences: [MarkdownSentence] {
    blocks.flatMap(\.sentences)
  }
}
