/// The bytes of a summary with its lines as cmark counts them: LF, CRLF and a lone CR end a line.
struct MarkdownLines {
  let body: ArraySlice<UInt8>

  /// The offset in the file at which each line begins.
  private let starts: [Int]

  init(_ body: ArraySlice<UInt8>) {
    self.body = body
    starts = body.withUnsafeBufferPointer { bytes in
      lineStarts(of: bytes).map { $0 + body.startIndex }
    }
  }

  /// The offset of a place that cmark names by line and column, both from 1, columns in bytes.
  func offset(line: Int, column: Int) -> Int {
    min(start(ofLine: line) + max(column - 1, 0), body.endIndex)
  }

  /// Where a line begins; the end of the body for lines after the last.
  func start(ofLine line: Int) -> Int {
    line < 1 ? body.startIndex : line <= starts.count ? starts[line - 1] : body.endIndex
  }

  /// The end of a line without its line ending and the white space before that.
  func trimmedEnd(ofLine line: Int) -> Int {
    let start = start(ofLine: line)
    var end = self.start(ofLine: line + 1)
    while end > start, body[end - 1].isMarkdownSpace { end -= 1 }
    return end
  }
}

/// The offsets at which lines begin; the first is 0.
func lineStarts(of bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
  var starts = [0]
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    index += 1
    if byte == UInt8(ascii: "\n") {
      starts.append(index)
    } else if byte == UInt8(ascii: "\r") {
      if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
      starts.append(index)
    }
  }
  return starts
}

extension UInt8 {
  /// Whether it is a space, a tab or part of a line ending.
  var isMarkdownSpace: Bool {
    self == 0x20 || (0x09...0x0D).contains(self)
  }
}
