internal import Briefs

/// The words of an item as a client reads them.
struct Wording {
  let text: String
  let due: String?

  /// Nil where an item says nothing.
  init?(_ item: Item) {
    guard let text = item.telling?.string.collapsingWhiteSpace else { return nil }
    self.text = text
    due = item.string(.due)?.collapsingWhiteSpace
  }

  /// The words on the line of a final summary.
  var line: String { text + (due.map { " (by \($0))" } ?? "") }
}

/// What a client reads in an email, to be asked for the words of many items.
struct WrittenText {
  /// The lines of a final summary that list something.
  private let lines: Set<[UInt8]>
  private let sections: [SearchedSection]

  init(_ content: SummaryContent) {
    let listed =
      content.kind == .final
      ? content.sections.flatMap { $0.markdown.split(separator: "\n") }.filter {
        $0.hasPrefix("- ")
      } : []
    lines = Set(listed.map { Array(String($0.dropFirst(2)).withoutEscapes.utf8) })
    sections = content.sections.map {
      SearchedSection(Array($0.markdown.withoutEscapes.collapsingWhiteSpace.utf8))
    }
  }

  /// Whether the client reads the very words: on a line of their own where a final summary lists
  /// them, or within the text.
  func holds(_ wording: Wording, of list: ItemList) -> Bool {
    if list.isPutInFinalSummary, lines.contains(Array(wording.line.utf8)) { return true }
    // A word or two stand in many sentences that say something else.
    guard wording.text.utf8.count(where: { $0 == space }) > 1 else { return false }
    let words = Array(wording.text.droppingFullStop.utf8)
    return sections.contains { $0.holds(words) }
  }
}

/// A text on one line, with the places where words begin.
private struct SearchedSection {
  private let bytes: [UInt8]
  private var starts: [UInt64: [Int]] = [:]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for start in bytes.indices where start == 0 || !bytes[start - 1].isWordForming {
      starts[Self.key(of: bytes[start...]), default: []].append(start)
    }
  }

  /// Whether words stand in the text, not within longer words.
  func holds(_ words: [UInt8]) -> Bool {
    starts[Self.key(of: words[...])]?.contains { start in
      let end = start + words.count
      return end <= bytes.count && (end == bytes.count || !bytes[end].isWordForming)
        && bytes[start..<end].elementsEqual(words)
    } ?? false
  }

  /// The first word, or as much of it as fits.
  private static func key(of bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.prefix(8).prefix { $0 != space }.reduce(0) { $0 << 8 | UInt64($1) }
  }
}

private let space = UInt8(ascii: " ")

extension String {
  /// Markdown's backslashes before punctuation taken away.
  fileprivate var withoutEscapes: String {
    var result: [UInt8] = []
    var isEscaped = false
    for byte in utf8 {
      if isEscaped {
        if !byte.isPunctuation { result.append(UInt8(ascii: "\\")) }
        result.append(byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        result.append(byte)
      }
    }
    if isEscaped { result.append(UInt8(ascii: "\\")) }
    return String(decoding: result, as: UTF8.self)
  }

  fileprivate var droppingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}

extension UInt8 {
  fileprivate var isPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
      || (0x7B...0x7E).contains(self)
  }

  fileprivate var isWordForming: Bool { self > 0x20 && !isPunctuation }
}

extension ItemList {
  /// Whether a final summary lists the items, each on its line.
  fileprivate var isPutInFinalSummary: Bool {
    self == .promises || self == .exclusions || self == .customTerms
  }
}
