/// Decides where a sentence ends, on the bytes of its text.
enum SentenceEnd {
  /// The offset after a sentence whose last mark is at an offset; nil where none ends there.
  static func end(at index: Int, in bytes: [UInt8]) -> Int? {
    guard isMark(bytes[index]) else {
      // Only these two bytes begin a wide mark.
      guard bytes[index] == 0xE3 || bytes[index] == 0xEF else { return nil }
      let mark = wideMarks.first { bytes[index...].starts(with: $0) }
      return mark.map { index + $0.count }
    }
    var end = index + 1
    while end < bytes.count, isMark(bytes[end]) { end += 1 }
    let isFullStop = end == index + 1 && bytes[index] == UInt8(ascii: ".")
    while let closer = closers.first(where: { bytes[end...].starts(with: $0) }) {
      end += closer.count
    }
    guard end < bytes.count else { return end }
    guard bytes[end].isMarkdownSpace else { return nil }
    return isFullStop && isWithinSentence(at: index, end: end, in: bytes) ? nil : end
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  /// Whether a full stop with a space after it belongs to an abbreviation.
  private static func isWithinSentence(at index: Int, end: Int, in bytes: [UInt8]) -> Bool {
    var next = end
    while next < bytes.count, bytes[next].isMarkdownSpace { next += 1 }
    guard next < bytes.count else { return false }
    if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[next]) { return true }

    var start = index
    while start > 0, index - start < 12, !isWordBoundary(bytes[start - 1]) { start -= 1 }
    let isInitial =
      index - start == 1 && bytes[start] != UInt8(ascii: "I")
      && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[start])
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    if isInitial || abbreviations.contains(word) { return true }
    let isNumberNext = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[next])
    return isNumberNext && abbreviationsBeforeNumbers.contains(word)
  }

  private static func isWordBoundary(_ byte: UInt8) -> Bool {
    byte.isMarkdownSpace || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
      || byte == UInt8(ascii: "\"")
  }

  private static let wideMarks: [[UInt8]] = ["。", "！", "？", "｡"].map { Array($0.utf8) }

  private static let closers: [[UInt8]] = [")", "]", "\"", "'", "”", "’", "»", "“"]
    .map { Array($0.utf8) }

  /// Words that a full stop shortens and that a sentence goes on after.
  ///
  /// `etc.`, `a.m.` and `Inc.` may as well end one, and do where a capital follows.
  private static let abbreviations: Set<String> = [
    "Dr", "E.g", "I.e", "Mr", "Mrs", "Ms", "Prof", "St", "approx", "bzw", "ca", "cf", "e.g", "eg",
    "i.e", "ie", "u.a", "vs", "z.B",
  ]

  private static let abbreviationsBeforeNumbers: Set<String> = [
    "Art", "Fig", "No", "Nos", "Nr", "art", "fig", "max", "min", "no", "nos", "nr", "p", "pp",
  ]
}
