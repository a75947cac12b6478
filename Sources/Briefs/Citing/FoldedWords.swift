/// Texts with white space, letter case, quotation marks and dashes evened out, to be searched.
package struct FoldedWords {
  /// Where a folded byte comes from; kept small, since there is one for every byte.
  struct Origin {
    private let index: Int32
    private let start: Int32
    private let length: Int8

    init(line: Int, range: Range<Int>) {
      index = Int32(clamping: line)
      start = Int32(clamping: range.lowerBound)
      length = Int8(clamping: range.count)
    }

    /// The index of its text.
    var line: Int { Int(index) }

    /// The bytes of the scalar in that text.
    var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
  }

  private(set) var bytes: [UInt8] = []

  /// The origin of each byte.
  private(set) var origins: [Origin] = []
  private var isBetweenWords = false

  init(_ texts: [String]) {
    for (line, text) in texts.enumerated() {
      isBetweenWords = true
      var offset = 0
      for scalar in text.unicodeScalars {
        let length = UTF8.width(scalar)
        add(scalar, from: Origin(line: line, range: offset..<offset + length))
        offset += length
      }
    }
  }

  /// The words of at least three bytes.
  var longWords: Set<[UInt8]> {
    Set(bytes.split { !$0.isWordByte }.filter { $0.count > 2 }.map { Array($0) })
  }

  /// Where some folded words begin and end, each time that they stand as whole words.
  ///
  /// Takes time linear in both texts: Knuth, Morris and Pratt.
  func places(of wanted: [UInt8]) -> [Range<Int>] {
    guard !wanted.isEmpty else { return [] }
    let borders = wanted.borders
    var places: [Range<Int>] = []
    var matched = 0
    for (index, byte) in bytes.enumerated() {
      while matched > 0, byte != wanted[matched] { matched = borders[matched - 1] }
      if byte == wanted[matched] { matched += 1 }
      guard matched == wanted.count else { continue }
      let range = (index + 1 - matched)..<(index + 1)
      if isWhole(range) { places.append(range) }
      matched = borders[matched - 1]
    }
    return places
  }

  /// Whether no word is cut at either end.
  private func isWhole(_ range: Range<Int>) -> Bool {
    let start = range.lowerBound
    let end = range.upperBound
    let cutsStart = start > 0 && bytes[start - 1].isWordByte && bytes[start].isWordByte
    let cutsEnd = end < bytes.count && bytes[end].isWordByte && bytes[end - 1].isWordByte
    return !cutsStart && !cutsEnd
  }

  private mutating func add(_ scalar: Unicode.Scalar, from origin: Origin) {
    switch FoldedScalar(scalar) {
    case .nothing: break
    case .space: isBetweenWords = true
    case .byte(let byte): add(CollectionOfOne(byte), from: origin)
    case .bytes(let words): add(words, from: origin)
    }
  }

  private mutating func add(_ folded: some Sequence<UInt8>, from origin: Origin) {
    if isBetweenWords, !bytes.isEmpty {
      bytes.append(0x20)
      origins.append(origin)
    }
    isBetweenWords = false
    for byte in folded {
      bytes.append(byte)
      origins.append(origin)
    }
  }
}

extension UInt8 {
  /// Whether the byte is part of a letter or a digit.
  fileprivate var isWordByte: Bool {
    (0x61...0x7A).contains(self) || (0x30...0x39).contains(self) || self >= 0x80
  }
}
