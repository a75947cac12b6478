/// The id of a commit, tree, blob or tag: a SHA-1 of 20 bytes.
package struct ObjectID: Sendable, Hashable {
  // Big-endian words, so that comparing them in order compares the bytes.
  private let high: UInt64
  private let middle: UInt64
  private let low: UInt32

  /// Makes an id of exactly 20 bytes; nil of any other number.
  package init?(bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self = bytes.withUnsafeBytes { Self(unchecked: $0) }
  }

  /// Reads exactly 40 hexadecimal digits, of either case.
  package init?(hex: String) {
    self.init(hex: hex.utf8)
  }

  /// Reads exactly 40 hexadecimal digits in ASCII, of either case.
  package init?(hex: some Collection<UInt8>) {
    guard hex.count == 2 * Self.byteCount else { return nil }
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    for (position, digit) in hex.enumerated() {
      guard let value = Self.value(ofDigit: digit) else { return nil }
      switch position / 16 {
      case 0: words.0 = words.0 << 4 | value
      case 1: words.1 = words.1 << 4 | value
      default: words.2 = words.2 << 4 | value
      }
    }
    self.init(high: words.0, middle: words.1, low: UInt32(truncatingIfNeeded: words.2))
  }

  /// Reads the first 20 bytes of a buffer that the caller knows to be long enough.
  init(unchecked buffer: UnsafeRawBufferPointer) {
    self.init(
      high: UInt64(bigEndian: buffer.loadUnaligned(as: UInt64.self)),
      middle: UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
      low: UInt32(bigEndian: buffer.loadUnaligned(fromByteOffset: 16, as: UInt32.self)))
  }

  private init(high: UInt64, middle: UInt64, low: UInt32) {
    self.high = high
    self.middle = middle
    self.low = low
  }

  /// The number of bytes in an id.
  package static let byteCount = 20

  /// The id's 20 bytes.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.byteCount)
    withUnsafeBytes(of: high.bigEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: middle.bigEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: low.bigEndian) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Whether every byte is zero, which names no object.
  package var isZero: Bool { high == 0 && middle == 0 && low == 0 }

  private static func value(ofDigit digit: UInt8) -> UInt64? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(digit - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(digit - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(digit - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}

extension ObjectID {
  /// Whether a text is all zeros, of any length: how git names "no object" to hooks.
  package static func isZero(hex: String) -> Bool {
    !hex.isEmpty && hex.utf8.allSatisfy { $0 == UInt8(ascii: "0") }
  }

  /// Reads an id as hooks get it: nil for 40 or 64 zeros.
  ///
  /// An id of 64 digits comes from a SHA-256 repository and is refused as unsupported.
  package static func read(_ hex: String) throws(GitError) -> ObjectID? {
    let count = hex.utf8.count
    if count == 40 || count == 64, isZero(hex: hex) { return nil }
    if let id = ObjectID(hex: hex) { return id }
    let isLong = count == 64 && hex.utf8.allSatisfy { value(ofDigit: $0) != nil }
    throw GitError(
      isLong ? .unsupported : .invalidName, operation: "read the id", object: hex,
      message: isLong ? Message.sha256 : Message.notAnID)
  }
}

extension ObjectID: Comparable {
  /// Sorts by bytes, as git does.
  package static func < (left: ObjectID, right: ObjectID) -> Bool {
    (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
  }
}

extension ObjectID: CustomStringConvertible {
  /// The id as 40 lower-case hexadecimal digits.
  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

private enum Message {
  static let sha256 = "SHA-256 repositories are unsupported"
  static let notAnID = "an id has 40 hexadecimal digits"
}
