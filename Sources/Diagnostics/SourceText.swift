/// The bytes of one file, with its lines, so that offsets become positions people can find.
///
/// Offsets are byte offsets from the start of the file. The bytes need not be UTF-8: what reads a
/// brief checks that first and says so in a finding.
package struct SourceText: Sendable {
  /// The file as it is stored, byte-order mark and line endings included.
  package let bytes: [UInt8]

  /// The offset at which each line begins; line 1 is the first element.
  package let lineStarts: [Int]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      for offset in buffer.indices where buffer[offset] == UInt8(ascii: "\n") {
        starts.append(offset + 1)
      }
    }
    lineStarts = starts
  }

  package init(_ text: String) {
    self.init(Array(text.utf8))
  }

  /// The text of a span, with invalid UTF-8 shown as U+FFFD.
  package subscript(span: Range<Int>) -> String {
    String(decoding: bytes[span.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The 1-based number of the line that holds an offset; O(log lines).
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }

  /// The bytes of a 1-based line, without its line ending.
  package func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The position of an offset; columns count Unicode scalars.
  package func position(at offset: Int) -> Position {
    var place = Place.start
    return position(at: offset, after: &place)
  }

  /// The position of an offset, counted from an earlier one where that is on the same line.
  ///
  /// So thousands of findings on one long line take time linear in the line.
  func position(at offset: Int, after place: inout Place) -> Position {
    let bounded = min(max(offset, 0), bytes.count)
    let line = line(at: bounded)
    let isBehind = place.position.line == line && place.offset <= bounded
    let start = isBehind ? place.offset : lineStarts[line - 1]
    var column = isBehind ? place.position.column : 1
    bytes.withUnsafeBufferPointer { buffer in
      for index in start..<bounded where buffer[index] & 0xC0 != 0x80 { column += 1 }
    }
    if line == 1, start < 3, bounded >= 3, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { column -= 1 }
    place = Place(offset: bounded, position: Position(line: line, column: column))
    return place.position
  }

  /// An offset whose position is known.
  struct Place {
    let offset: Int
    let position: Position

    static let start = Place(offset: 0, position: Position(line: 1, column: 1))
  }
}

/// A place in a file as people count: from 1, columns in Unicode scalars.
package struct Position: Sendable, Hashable, Comparable {
  /// The line, from 1.
  package let line: Int

  /// The column, from 1, in Unicode scalars.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
