/// Numbers and byte strings written one behind the other, as an index is stored.
struct IndexBytes {
  private(set) var bytes: [UInt8] = []

  /// Writes a number that is not negative: small ones take one byte.
  mutating func add(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes bytes whose number is known to who reads them.
  mutating func add(raw: some Sequence<UInt8>) { bytes += raw }

  /// Writes bytes with their number.
  mutating func add(_ string: some Collection<UInt8>) {
    add(string.count)
    bytes += string
  }
}

/// Reads what ``IndexBytes`` wrote; throws where the bytes are none that it could have written.
struct IndexBytesReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func number() throws(IndexFault) -> Int {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count, shift < 64 {
      let byte = bytes[offset]
      offset += 1
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: result)) }
      shift += 7
    }
    throw .malformed
  }

  /// A number below a limit, such as a place in a list.
  mutating func number(below limit: Int) throws(IndexFault) -> Int {
    let number = try number()
    guard number >= 0, number < limit else { throw .malformed }
    return number
  }

  mutating func raw(_ count: Int) throws(IndexFault) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count - offset else { throw .malformed }
    defer { offset += count }
    return bytes[offset..<offset + count]
  }

  mutating func string() throws(IndexFault) -> ArraySlice<UInt8> { try raw(try number()) }
}

/// What an index is read from is not what we wrote.
package enum IndexFault: Error {
  case malformed
}
