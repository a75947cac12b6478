internal import Briefs

/// The words of a text as numbers, with the bytes that they stand on, for finding what it repeats.
///
/// Words are what a reader sees: letters and digits, whatever their case and composition; characters
/// that nobody sees, such as a soft hyphen, are passed over, and all else stands between words.
package struct SummaryWords {
  private(set) var hashes: [UInt64] = []

  /// The bytes of each word; of a slice by its own indices.
  private(set) var spans: [Range<Int>] = []

  package init(_ text: String) {
    add(text, startingAt: 0)
  }

  init(_ bytes: ArraySlice<UInt8>) {
    add(String(decoding: bytes, as: UTF8.self), startingAt: bytes.startIndex)
  }

  private mutating func add(_ text: String, startingAt start: Int) {
    var word = ReadWord()
    var offset = start
    for scalar in text.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      if scalar.isASCII {
        var byte = UInt8(scalar.value)
        if (0x41...0x5A).contains(byte) { byte += 0x20 }
        if (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) {
          word.append(byte, offset..<end)
        } else {
          close(&word)
        }
      } else if scalar.isOfWord {
        word.append(scalar, offset..<end)
      } else if !scalar.properties.isDefaultIgnorableCodePoint {
        close(&word)
      }
      offset = end
    }
    close(&word)
  }

  private mutating func close(_ word: inout ReadWord) {
    guard let span = word.span else { return }
    hashes.append(word.hash)
    spans.append(span)
    word = ReadWord()
  }

  /// One number for each run of so many words, by the place of its first.
  func runs(of length: Int) -> [UInt64] {
    guard length > 0, hashes.count >= length else { return [] }
    return (0...(hashes.count - length)).map { start in
      hashes[start..<start + length].reduce(ReadWord.basis) { ($0 ^ $1) &* ReadWord.prime }
    }
  }

  /// The bytes from the first word to the last of each run, where runs that overlap are one.
  func spans(ofRunsAt starts: [Int], length: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for start in starts {
      if let last = runs.last, start <= last.upperBound {
        runs[runs.count - 1] = last.lowerBound..<(start + length)
      } else {
        runs.append(start..<(start + length))
      }
    }
    return runs.map { spans[$0.lowerBound].lowerBound..<spans[$0.upperBound - 1].upperBound }
  }
}

/// A word that is being read; its number is FNV-1a of its small letters, composed.
private struct ReadWord {
  private(set) var span: Range<Int>?
  private var ascii = ReadWord.basis

  /// All letters, from the first on that is not ASCII.
  private var whole: String?
  private var letters: [UInt8] = []

  mutating func append(_ byte: UInt8, _ place: Range<Int>) {
    ascii = (ascii ^ UInt64(byte)) &* ReadWord.prime
    letters.append(byte)
    whole?.unicodeScalars.append(Unicode.Scalar(byte))
    extend(place)
  }

  mutating func append(_ scalar: Unicode.Scalar, _ place: Range<Int>) {
    whole = (whole ?? String(decoding: letters, as: UTF8.self)) + scalar.properties.lowercaseMapping
    extend(place)
  }

  private mutating func extend(_ place: Range<Int>) {
    span = (span?.lowerBound ?? place.lowerBound)..<place.upperBound
  }

  var hash: UInt64 {
    guard let whole else { return ascii }
    return whole.canonicalWords.utf8.reduce(ReadWord.basis) { ($0 ^ UInt64($1)) &* ReadWord.prime }
  }

  static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  static let prime: UInt64 = 0x100_0000_01B3
}

extension Unicode.Scalar {
  fileprivate var isOfWord: Bool {
    if properties.isDefaultIgnorableCodePoint { return false }
    if properties.isAlphabetic || properties.numericType != nil { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }
}
