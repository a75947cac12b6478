/// One entry of a tree: a name, what kind of thing it is, and the thing's id.
package struct TreeEntry: Sendable, Hashable {
  /// The name's bytes, which need not be UTF-8.
  package let name: [UInt8]

  /// What kind of thing it is.
  package let mode: FileMode

  /// The object that it names.
  package let id: ObjectID

  package init(name: [UInt8], mode: FileMode, id: ObjectID) {
    self.name = name
    self.mode = mode
    self.id = id
  }
}

/// What kind of thing a tree's entry is.
package enum FileMode: Sendable, Hashable {
  /// An ordinary file, 100644.
  case regular

  /// An ordinary file as old versions of git wrote it, 100664.
  case groupWritable

  /// A file that may be run, 100755.
  case executable

  /// A symbolic link, 120000.
  case symlink

  /// A directory, 040000.
  case tree

  /// A commit of another repository, 160000.
  case submodule

  /// A mode that git does not write.
  case other(UInt32)

  package init(rawValue: UInt32) {
    switch rawValue {
    case 0o100644: self = .regular
    case 0o100664: self = .groupWritable
    case 0o100755: self = .executable
    case 0o120000: self = .symlink
    case 0o040000: self = .tree
    case 0o160000: self = .submodule
    default: self = .other(rawValue)
    }
  }

  /// Whether it is an ordinary file of a mode that git writes, to be run or not.
  package var isOrdinaryFile: Bool {
    switch self {
    case .regular, .executable: true
    case .groupWritable, .symlink, .tree, .submodule, .other: false
    }
  }

  /// Whether git treats the entry as a directory, odd permission bits or not.
  package var isDirectory: Bool {
    switch self {
    case .tree: true
    case .other(let mode): TreeCursor.isDirectory(mode)
    case .regular, .groupWritable, .executable, .symlink, .submodule: false
    }
  }
}
