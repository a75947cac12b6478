/// 128 bits by which equal bytes are found again within one process.
///
/// Both halves are keyed anew in every process, so that nobody can write two texts with one key.
struct BytesKey: Hashable {
  private let first: Int
  private let second: Int

  init(_ bytes: UnsafeRawBufferPointer, _ further: Int = 0) {
    var hasher = Hasher()
    hasher.combine(further)
    hasher.combine(bytes: bytes)
    first = hasher.finalize()
    hasher = Hasher()
    hasher.combine(~further)
    hasher.combine(bytes: bytes)
    second = hasher.finalize()
  }

  init(_ bytes: ArraySlice<UInt8>, _ further: Int = 0) {
    self = bytes.withUnsafeBytes { Self($0, further) }
  }
}

/// Wordings that are found again by their bytes.
struct WordingTable: Sendable {
  private(set) var wordings = Wordings()
  private var numbers: [BytesKey: Int32] = [:]

  init(_ wordings: Wordings = Wordings()) {
    self.wordings = wordings
    for number in 0..<Int32(wordings.count) {
      numbers[BytesKey(wordings.packed(number))] = number
    }
  }

  /// The number of a wording, known before or not.
  mutating func number(of packed: ArraySlice<UInt8>) -> Int32 {
    let key = BytesKey(packed)
    if let known = numbers[key] { return known }
    let number = wordings.append(packed)
    numbers[key] = number
    return number
  }
}
