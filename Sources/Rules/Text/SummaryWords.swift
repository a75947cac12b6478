/// The words of a text as numbers, with the bytes that they stand on, for finding what it repeats.
struct SummaryWords {
  private(set) var hashes: [UInt64] = []
  private(set) var spans: [Range<Int>] = []

  /// Letters and digits make words; their case and all else is passed over.
  init(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { buffer in
      let offset = bytes.startIndex
      var start: Int?
      var hash = SummaryWords.basis
      var index = 0
      while index < buffer.count {
        var byte = buffer[index]
        let isMark = byte == 0xE2 && index + 2 < buffer.count && buffer[index + 1] == 0x80
        if (0x41...0x5A).contains(byte) { byte += 0x20 }
        if !isMark, SummaryWords.isWordByte(byte) {
          start = start ?? index
          hash = (hash ^ UInt64(byte)) &* SummaryWords.prime
        } else if let begin = start {
          add(hash, offset + begin..<offset + index)
          (start, hash) = (nil, SummaryWords.basis)
        }
        index += isMark ? 3 : 1
      }
      if let begin = start { add(hash, offset + begin..<offset + buffer.count) }
    }
  }

  init(_ text: String) {
    self.init(Array(text.utf8)[...])
  }

  private mutating func add(_ hash: UInt64, _ span: Range<Int>) {
    hashes.append(hash)
    spans.append(span)
  }

  /// One number for each run of so many words, by the place of its first.
  func runs(of length: Int) -> [UInt64] {
    guard length > 0, hashes.count >= length else { return [] }
    return (0...(hashes.count - length)).map { start in
      hashes[start..<start + length].reduce(SummaryWords.basis) {
        ($0 ^ $1) &* SummaryWords.prime
      }
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }

  // FNV-1a.
  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3
}
