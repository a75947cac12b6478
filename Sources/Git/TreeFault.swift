/// A way in which a tree breaks git's rules or could mislead a reader on another machine.
///
/// libgit2 returns such trees without a word; git itself complains in `git fsck` only.
package enum TreeFault: Sendable, Hashable {
  /// Two entries of the same name.
  case duplicate([UInt8])

  /// A file and a directory of the same name.
  case fileAndDirectory([UInt8])

  /// Two names that are one where case does not count.
  case caseClash([UInt8], [UInt8])

  /// An entry that stands before one that sorts in front of it.
  case unsorted([UInt8])

  /// `.`, `..`, `.git` in any case or disguise, an empty name, or one with a slash.
  case forbiddenName([UInt8])

  /// A mode that git does not write.
  case oddMode([UInt8], UInt32)

  /// A mode with zeros before it.
  case paddedMode([UInt8])

  /// An id of zeros.
  case zeroID([UInt8])
}

extension Repository {
  /// All that is wrong with one tree itself; its subtrees are not looked at.
  package func faults(ofTree id: ObjectID) throws(GitError) -> [TreeFault] {
    try withTree(id) { (cursor) throws(GitError) in try TreeFault.faults(in: cursor) }
  }
}

extension TreeFault {
  /// All that is wrong with the entries from a cursor on.
  static func faults(in tree: TreeCursor) throws(GitError) -> [TreeFault] {
    if try isPlain(tree) { return [] }
    var faults: [TreeFault] = []
    var kinds: [[UInt8]: Bool] = [:]
    var spellings: [[UInt8]: [UInt8]] = [:]
    var cursor = tree
    while !cursor.isAtEnd {
      let name = Array(cursor.name)
      if let isDirectory = kinds.updateValue(cursor.isDirectory, forKey: name) {
        faults.append(
          isDirectory == cursor.isDirectory ? .duplicate(name) : .fileAndDirectory(name))
      } else if let other = spellings.updateValue(name, forKey: lowercased(name)) {
        faults.append(.caseClash(other, name))
      }
      if isForbidden(name) { faults.append(.forbiddenName(name)) }
      faults += modeFaults(cursor, name)
      if cursor.id.isZero { faults.append(.zeroID(name)) }
      let previous = cursor
      try cursor.advance()
      if !cursor.isAtEnd, previous.order(to: cursor) > 0 { faults.append(.unsorted(name)) }
    }
    return faults
  }

  /// Whether nothing can be wrong: entries of one kind in strict order, whose names hold only small
  /// letters, digits, hyphens, underscores and points, and begin with none of the latter three.
  ///
  /// That is what nearly every tree is, and it is seen without making a list of the names.
  private static func isPlain(_ tree: TreeCursor) throws(GitError) -> Bool {
    var cursor = tree
    let isDirectory = tree.isAtEnd || tree.isDirectory
    while !cursor.isAtEnd {
      guard cursor.isDirectory == isDirectory, !cursor.hasPaddedMode,
        [0o100644, 0o100755, 0o040000].contains(cursor.mode), isPlain(cursor.name),
        !cursor.id.isZero
      else { return false }
      let previous = cursor
      try cursor.advance()
      if !cursor.isAtEnd, previous.order(to: cursor) >= 0 { return false }
    }
    return true
  }

  private static func isPlain(_ name: Slice<UnsafeRawBufferPointer>) -> Bool {
    guard let first = name.first, isLetterOrDigit(first) else { return false }
    return name.allSatisfy { byte in
      isLetterOrDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: ".")
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func modeFaults(_ cursor: TreeCursor, _ name: [UInt8]) -> [TreeFault] {
    if cursor.hasPaddedMode { return [.paddedMode(name)] }
    switch FileMode(rawValue: cursor.mode) {
    case .regular, .executable, .symlink, .tree, .submodule: return []
    case .groupWritable, .other: return [.oddMode(name, cursor.mode)]
    }
  }

  private static func isForbidden(_ name: [UInt8]) -> Bool {
    if name.isEmpty || name.contains(UInt8(ascii: "/")) { return true }
    if name == Array(".".utf8) || name == Array("..".utf8) { return true }
    // Windows drops dots and spaces at the end, a stream after a colon, and knows `.git` as
    // `git~1`; macOS drops the zero-width characters that begin with these bytes.
    var plain = lowercased(name)
    if let colon = plain.firstIndex(of: UInt8(ascii: ":")) { plain.removeSubrange(colon...) }
    while let last = plain.last, last == UInt8(ascii: ".") || last == UInt8(ascii: " ") {
      plain.removeLast()
    }
    return withoutIgnorable(plain) == Array(".git".utf8) || plain == Array("git~1".utf8)
  }

  /// A name without the code points that HFS+ passes over: U+200C to U+200F, U+202A to U+202E,
  /// U+206A to U+206F and U+FEFF.
  private static func withoutIgnorable(_ name: [UInt8]) -> [UInt8] {
    guard name.contains(where: { $0 == 0xE2 || $0 == 0xEF }) else { return name }
    let kept = String(decoding: name, as: UTF8.self).unicodeScalars.filter {
      switch $0.value {
      case 0x200C...0x200F, 0x202A...0x202E, 0x206A...0x206F, 0xFEFF: false
      default: true
      }
    }
    return Array(String(String.UnicodeScalarView(kept)).utf8)
  }

  private static func lowercased(_ name: [UInt8]) -> [UInt8] {
    name.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
  }
}
