/// The words of a paragraph or heading, and where they come from.
struct InlineText {
  private(set) var bytes: [UInt8] = []
  private(set) var origin = TextOrigin()
  var rawHTML: [Range<Int>] = []

  /// The places in ``bytes`` of the spaces that stand for line breaks.
  private var breaks: [Int] = []

  mutating func append(_ byte: UInt8, source: Int) {
    origin.append(textOffset: bytes.count, source: source)
    bytes.append(byte)
  }

  mutating func append(_ run: UnsafeBufferPointer<UInt8>, source: Int) {
    guard !run.isEmpty else { return }
    origin.append(textOffset: bytes.count, source: source, count: run.count)
    bytes += run
  }

  mutating func breakLine(source: Int) {
    breaks.append(bytes.count)
    append(UInt8(ascii: " "), source: source)
  }

  func block(_ kind: MarkdownBlock.Kind, span: Range<Int>) -> MarkdownBlock {
    MarkdownBlock(
      kind: kind, text: String(decoding: bytes, as: UTF8.self), span: span, origin: origin)
  }

  /// The cells of a table, row by row, without the line below its head and without empty cells.
  func tableCells(in file: ArraySlice<UInt8>) -> [MarkdownBlock] {
    var cells: [MarkdownBlock] = []
    var rowStart = 0
    for (row, rowEnd) in (breaks + [bytes.count]).enumerated() {
      if row != 1 { cells += self.cells(ofRow: rowStart..<rowEnd, in: file) }
      rowStart = rowEnd + 1
    }
    return cells
  }

  private func cells(ofRow row: Range<Int>, in file: ArraySlice<UInt8>) -> [MarkdownBlock] {
    var cells: [MarkdownBlock] = []
    var start = row.lowerBound
    for index in row where bytes[index] == UInt8(ascii: "|") {
      let source = origin.source(at: index)
      if source > file.startIndex, file[source - 1] == UInt8(ascii: "\\") { continue }
      cells += cell(start..<index)
      start = index + 1
    }
    return cells + cell(start..<row.upperBound)
  }

  private func cell(_ range: Range<Int>) -> [MarkdownBlock] {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isMarkdownSpace { start += 1 }
    while end > start, bytes[end - 1].isMarkdownSpace { end -= 1 }
    guard start < end else { return [] }
    var cellOrigin = origin
    cellOrigin.base = start
    return [
      MarkdownBlock(
        kind: .tableCell, text: String(decoding: bytes[start..<end], as: UTF8.self),
        span: origin.source(at: start)..<origin.source(at: end - 1) + 1, origin: cellOrigin)
    ]
  }
}
