/// A piece of a summary that holds words of its own: a paragraph, an item of a list, a cell.
package struct MarkdownBlock: Sendable {
  /// What kind of block it is.
  package enum Kind: Sendable, Hashable {
    case heading(level: Int)
    case paragraph
    case listItem
    case tableCell
    case code
    case html
  }

  /// What kind of block it is.
  package let kind: Kind

  /// The words without markup; a line break within a paragraph is a space.
  ///
  /// Code and HTML are given as they are written.
  package let text: String

  /// The bytes of the file from the first word's to the last's.
  package let span: Range<Int>

  /// Where the bytes of ``text`` come from.
  let origin: TextOrigin

  /// The bytes of the file that a range of the text's UTF-8 comes from.
  package func span(ofUTF8 range: Range<Int>) -> Range<Int> {
    let start = min(max(origin.source(at: range.lowerBound), span.lowerBound), span.upperBound)
    guard !range.isEmpty else { return start..<start }
    let end = min(origin.source(at: range.upperBound - 1) + 1, span.upperBound)
    return start..<max(start, end)
  }
}
