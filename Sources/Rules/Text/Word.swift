/// A word of a text, folded so that it can be compared.
///
/// Letter case and the form of apostrophes do not count, and contractions are written out: `We'll`
/// gives `we` and `will`, `can't` gives `can` and `not`. A hyphen within a word belongs to it.
struct Word: Sendable {
  /// What stands between a word and the one before.
  enum Separation: Sendable {
    case space

    /// A comma, a bracket.
    case pause

    /// The end of a sentence, a semicolon.
    case stop
  }

  let text: String

  /// The hash of the text, the same in every run: FNV-1a.
  let hash: UInt64

  /// The bytes of the text's UTF-8 that it comes from.
  let range: Range<Int>
  let separation: Separation

  init(_ text: String, range: Range<Int>, separation: Separation) {
    self.text = text
    self.range = range
    self.separation = separation
    var hash = Word.hashBasis
    for byte in text.utf8 { hash = Word.hash(hash, with: byte) }
    self.hash = hash
  }

  static let hashBasis: UInt64 = 0xCBF2_9CE4_8422_2325

  static func hash(_ hash: UInt64, with byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The words of a text; takes time linear in it.
  static func words(of text: String) -> [Word] {
    var text = text
    return text.withUTF8 { bytes in
      var splitter = WordSplitter(bytes)
      return splitter.split()
    }
  }
}

extension [Word] {
  /// The bytes of the text that some of its words come from.
  func bytes(of range: Range<Int>) -> Range<Int> {
    guard let first = self[range].first, let last = self[range].last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }
}

/// Cuts a text into words, byte by byte.
private struct WordSplitter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var words: [Word] = []
  private var separation = Word.Separation.space

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func split() -> [Word] {
    words.reserveCapacity(bytes.count / 6)
    var folded: [UInt8] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let length = wordBytes(at: index, isWithin: !folded.isEmpty)
      if length > 0 {
        if folded.isEmpty { start = index }
        fold(index, length, into: &folded)
        index += length
        continue
      }
      if !folded.isEmpty { add(&folded, start..<index) }
      separate(by: bytes[index])
      index += bytes[index] < 0x80 ? 1 : markLength(at: index)
    }
    if !folded.isEmpty { add(&folded, start..<bytes.count) }
    return words
  }

  /// How many bytes at a place belong to a word; 0 where none do.
  private func wordBytes(at index: Int, isWithin: Bool) -> Int {
    let byte = bytes[index]
    if Word.isLetterOrDigit(byte) { return 1 }
    if byte >= 0x80 {
      if isWithin, isInnerMark(at: index), index + 3 < bytes.count, isWordStart(index + 3) {
        return 3
      }
      return isPunctuation(at: index) ? 0 : 1
    }
    guard isWithin, index + 1 < bytes.count else { return 0 }
    let next = bytes[index + 1]
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "-"): return isWordStart(index + 1) ? 1 : 0
    case UInt8(ascii: "."), UInt8(ascii: ","):
      return Word.isDigit(bytes[index - 1]) && Word.isDigit(next) ? 1 : 0
    default: return 0
    }
  }

  private func isWordStart(_ index: Int) -> Bool {
    bytes[index] < 0x80 ? Word.isLetterOrDigit(bytes[index]) : !isPunctuation(at: index)
  }

  /// Whether an apostrophe or hyphen of three bytes is there: U+2019, U+2010, U+2011.
  private func isInnerMark(at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
      && [0x99, 0x90, 0x91].contains(bytes[index + 2])
  }

  /// Whether the scalar at a place is general or CJK punctuation, or a Latin-1 mark.
  private func isPunctuation(at index: Int) -> Bool {
    switch bytes[index] {
    case 0xC2: true
    case 0xE2: index + 1 < bytes.count && (bytes[index + 1] == 0x80 || bytes[index + 1] == 0x81)
    case 0xE3: index + 1 < bytes.count && bytes[index + 1] == 0x80
    default: false
    }
  }

  private func markLength(at index: Int) -> Int {
    min(bytes[index] == 0xC2 ? 2 : 3, bytes.count - index)
  }

  private func fold(_ index: Int, _ length: Int, into folded: inout [UInt8]) {
    let byte = bytes[index]
    if length == 3 {
      folded.append(bytes[index + 2] == 0x99 ? UInt8(ascii: "'") : UInt8(ascii: "-"))
    } else {
      folded.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
    }
  }

  private mutating func separate(by byte: UInt8) {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"):
      separation = .stop
    case UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"):
      if separation == .space { separation = .pause }
    default: break
    }
  }

  private mutating func add(_ folded: inout [UInt8], _ range: Range<Int>) {
    if let apostrophe = folded.lastIndex(of: UInt8(ascii: "'")) {
      let (first, second) = WordSplitter.writtenOut(folded, apostrophe)
      add(Array(first), range)
      if let second { words.append(Word(second, range: range, separation: .space)) }
    } else {
      add(folded, range)
    }
    // No slice of it is alive here, so that its memory is used again.
    folded.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ folded: [UInt8], _ range: Range<Int>) {
    let text = String(decoding: folded, as: UTF8.self)
    let isASCII = folded.allSatisfy { $0 < 0x80 }
    words.append(Word(isASCII ? text : text.lowercased(), range: range, separation: separation))
    separation = .space
  }

  /// A contraction as the words that it stands for; of `client's` the client.
  private static func writtenOut(
    _ word: [UInt8], _ apostrophe: Int
  ) -> (ArraySlice<UInt8>, String?) {
    let base = word[..<apostrophe]
    switch String(decoding: word[(apostrophe + 1)...], as: UTF8.self) {
    case "ll": return (base, "will")
    case "re": return (base, "are")
    case "ve": return (base, "have")
    case "d": return (base, "would")
    case "m": return (base, "am")
    case "s": return (base, nil)
    case "t" where base.last == UInt8(ascii: "n"):
      switch String(decoding: base, as: UTF8.self) {
      case "won": return (Array("will".utf8)[...], "not")
      case "can": return (base, "not")
      default: return (base.dropLast(), "not")
      }
    default: return (word[...], nil)
    }
  }
}

extension Word {
  fileprivate static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  fileprivate static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
  }
}
