/// Words with white space, letter case, quotation marks and dashes evened out, to be found again.
package struct FoldedText: Sendable {
  /// The words, with one space between them.
  package private(set) var bytes: [UInt8] = []

  /// Where each line that was added begins in ``bytes``, with its number in the file.
  private var lines: [(start: Int, number: Int)] = []
  private var isBetweenWords = false

  package init() {}

  package init(_ text: String) {
    append(text)
  }

  /// Adds a line of a file; words go on from the line before.
  package mutating func append(line text: String, number: Int) {
    isBetweenWords = true
    lines.append((bytes.count, number))
    append(text)
    isBetweenWords = true
  }

  private mutating func append(_ text: String) {
    for scalar in text.unicodeScalars {
      switch FoldedScalar(scalar) {
      case .nothing: break
      case .space: isBetweenWords = true
      case .byte(let byte): add(byte)
      case .bytes(let words): for byte in words { add(byte) }
      }
    }
  }

  private mutating func add(_ byte: UInt8) {
    if isBetweenWords, !bytes.isEmpty { bytes.append(0x20) }
    isBetweenWords = false
    bytes.append(byte)
  }

  /// The number of the line that holds a place in ``bytes``.
  package func line(at offset: Int) -> Int? { lines.last { $0.start <= offset }?.number }
}

extension FoldedText {
  /// Where the text holds all pieces of a quote, one behind the other; nil where it does not.
  ///
  /// Takes time linear in both, whatever they hold.
  package func place(of quote: Quote) -> Int? {
    var first: Int?
    var start = 0
    for piece in quote.pieces {
      guard let found = bytes.offset(of: piece, from: start) else { return nil }
      first = first ?? found
      start = found + piece.count
    }
    return first
  }

  /// A quote as it is looked for: what stands between marks of omission, without end marks.
  package struct Quote {
    /// The folded pieces.
    package let pieces: [[UInt8]]

    /// The pieces of a quote as somebody wrote it.
    package init(_ text: String) {
      let bytes = FoldedText(text).bytes
      var pieces: [[UInt8]] = []
      var start = 0
      var index = 0
      while index + 3 <= bytes.count {
        guard bytes[index] == dot, bytes[index + 1] == dot, bytes[index + 2] == dot else {
          index += 1
          continue
        }
        let isBracketed =
          index > start && index + 3 < bytes.count
          && Quote.isBracketPair(bytes[index - 1], bytes[index + 3])
        pieces.append(bytes[start..<(isBracketed ? index - 1 : index)].withoutEndMarks)
        index += isBracketed ? 4 : 3
        start = index
      }
      pieces.append(bytes[start...].withoutEndMarks)
      self.pieces = pieces.filter { !$0.isEmpty }
    }

    private static func isBracketPair(_ open: UInt8, _ close: UInt8) -> Bool {
      open == UInt8(ascii: "[") && close == UInt8(ascii: "]")
        || open == UInt8(ascii: "(") && close == UInt8(ascii: ")")
    }
  }
}

private let dot = UInt8(ascii: ".")

extension ArraySlice<UInt8> {
  fileprivate var withoutEndMarks: [UInt8] {
    var rest = drop(while: isEndMark)
    while let last = rest.last, isEndMark(last) { rest.removeLast() }
    return Array(rest)
  }

  private func isEndMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"),
      UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "'"):
      true
    default: false
    }
  }
}

extension [UInt8] {
  /// Where a text begins for the first time, by Knuth, Morris and Pratt.
  fileprivate func offset(of text: [UInt8], from start: Int) -> Int? {
    if text.isEmpty { return start }
    let borders = text.borders
    return withUnsafeBufferPointer { buffer in
      var matched = 0
      for index in start..<Swift.max(start, buffer.count) {
        while matched > 0, buffer[index] != text[matched] { matched = borders[matched - 1] }
        if buffer[index] == text[matched] { matched += 1 }
        if matched == text.count { return index + 1 - matched }
      }
      return nil
    }
  }
}
