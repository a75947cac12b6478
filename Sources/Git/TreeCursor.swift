internal import Glibc

/// A place in a raw tree, moved from entry to entry without copying any.
struct TreeCursor {
  private let tree: ObjectID?
  private let bytes: UnsafeRawBufferPointer
  private var start = 0
  private var nameStart = 0
  private var nameEnd = 0
  private var end = 0

  /// The present entry's mode bits.
  private(set) var mode: UInt32 = 0

  /// Stands on the first entry; throws when the tree does not begin with one.
  init(_ bytes: UnsafeRawBufferPointer, of tree: ObjectID?) throws(GitError) {
    self.tree = tree
    self.bytes = bytes
    try read()
  }

  /// Whether there is no entry left.
  var isAtEnd: Bool { start == bytes.count }

  /// The present entry's name.
  var name: Slice<UnsafeRawBufferPointer> { bytes[nameStart..<nameEnd] }

  /// The present entry's id.
  var id: ObjectID {
    ObjectID(unchecked: UnsafeRawBufferPointer(rebasing: bytes[(nameEnd + 1)..<end]))
  }

  /// The present entry as a value of its own.
  var entry: TreeEntry {
    TreeEntry(name: Array(name), mode: FileMode(rawValue: mode), id: id)
  }

  /// Whether the present entry is a directory.
  var isDirectory: Bool { Self.isDirectory(mode) }

  /// Whether the mode is written with a zero before it, as git does not.
  var hasPaddedMode: Bool { bytes[start] == UInt8(ascii: "0") }

  /// Moves to the next entry.
  mutating func advance() throws(GitError) {
    start = end
    try read()
  }

  /// Whether two present entries are the same to the last byte.
  func isSame(as other: TreeCursor) -> Bool {
    let count = end - start
    guard count == other.end - other.start, let mine = bytes.baseAddress,
      let theirs = other.bytes.baseAddress
    else { return false }
    return memcmp(mine + start, theirs + other.start, count) == 0
  }

  /// The order that git keeps trees in: by name, where a directory's ends in a slash.
  func order(to other: TreeCursor) -> Int {
    let common = min(nameEnd - nameStart, other.nameEnd - other.nameStart)
    if let mine = bytes.baseAddress, let theirs = other.bytes.baseAddress {
      let difference = memcmp(mine + nameStart, theirs + other.nameStart, common)
      if difference != 0 { return Int(difference) }
    }
    return Int(byte(at: common)) - Int(other.byte(at: common))
  }

  /// Whether mode bits stand for a directory.
  static func isDirectory(_ mode: UInt32) -> Bool { mode & 0o170000 == 0o040000 }

  /// A byte of the name, where a directory's has a slash after it.
  private func byte(at position: Int) -> UInt8 {
    if nameStart + position < nameEnd { return bytes[nameStart + position] }
    return isDirectory ? UInt8(ascii: "/") : 0
  }

  private mutating func read() throws(GitError) {
    guard start < bytes.count else { return }
    var position = start
    mode = 0
    while position < bytes.count, bytes[position] != UInt8(ascii: " ") {
      let digit = bytes[position]
      guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(digit), position - start < 8 else {
        throw malformed
      }
      mode = mode << 3 | UInt32(digit - UInt8(ascii: "0"))
      position += 1
    }
    nameStart = position + 1
    guard position > start, nameStart < bytes.count,
      let nul = bytes[nameStart...].firstIndex(of: 0), nul + ObjectID.byteCount < bytes.count
    else { throw malformed }
    nameEnd = nul
    end = nul + 1 + ObjectID.byteCount
  }

  private var malformed: GitError {
    .malformed(tree, "the tree is not a row of entries")
  }
}
