/// A sentence of a summary, for rules that look for wording.
package struct MarkdownSentence: Sendable, Hashable {
  /// The words without markup; a line break is a space.
  package let text: String

  /// The bytes of the file that it comes from, markup within it included.
  package let span: Range<Int>
}

extension MarkdownBlock {
  /// The block's sentences; none for code and HTML.
  ///
  /// A sentence ends with `.`, `!`, `?` or their East Asian kin, and with the block. A full stop
  /// ends none within a number, after an abbreviation or an initial, or before a small letter.
  package var sentences: [MarkdownSentence] {
    if kind == .code || kind == .html { return [] }
    let bytes = Array(text.utf8)
    var sentences: [MarkdownSentence] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let end = SentenceEnd.end(at: index, in: bytes)
      if let end {
        sentences += sentence(start..<end, of: bytes)
        start = end
      }
      index = end ?? index + 1
    }
    return sentences + sentence(start..<bytes.count, of: bytes)
  }

  private func sentence(_ range: Range<Int>, of bytes: [UInt8]) -> [MarkdownSentence] {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isMarkdownSpace { start += 1 }
    while end > start, bytes[end - 1].isMarkdownSpace { end -= 1 }
    guard start < end else { return [] }
    return [
      MarkdownSentence(
        text: String(decoding: bytes[start..<end], as: UTF8.self), span: span(ofUTF8: start..<end))
    ]
  }
}
