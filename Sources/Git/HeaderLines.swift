/// The header lines of a raw commit or tag, up to the empty line before its message.
struct HeaderLines {
  /// One line without its line feed: a name, a space, and a value.
  struct Line {
    let bytes: Slice<UnsafeRawBufferPointer>

    /// What follows a name and a space; nil on a line of another name.
    func value(of name: StaticString) -> Slice<UnsafeRawBufferPointer>? {
      let count = name.utf8CodeUnitCount
      let expected = UnsafeRawBufferPointer(start: name.utf8Start, count: count)
      guard bytes.count > count, bytes.starts(with: expected),
        bytes[bytes.startIndex + count] == UInt8(ascii: " ")
      else { return nil }
      return bytes.dropFirst(count + 1)
    }

    /// The id that follows a name and a space, where it is one of 40 digits and nothing more.
    func id(after name: StaticString) -> ObjectID? {
      value(of: name).flatMap { ObjectID(hex: $0) }
    }
  }

  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// The next header line; nil at the empty line and at the end of the object.
  mutating func next() -> Line? {
    guard offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") else { return nil }
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    defer { offset = min(end + 1, bytes.count) }
    return Line(bytes: bytes[offset..<end])
  }

  /// What follows the empty line, once ``next()`` has given nil.
  var message: Slice<UnsafeRawBufferPointer> {
    bytes[min(offset + 1, bytes.count)...]
  }
}
