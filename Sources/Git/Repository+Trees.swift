internal import CLibgit2

/// A file of a tree with its path from the top.
package struct TreeFile: Sendable, Hashable {
  /// The path from the top of the tree.
  package let path: [UInt8]

  /// What stands there.
  package let entry: TreeEntry

  package init(path: [UInt8], entry: TreeEntry) {
    self.path = path
    self.entry = entry
  }
}

extension Repository {
  /// The entries of a tree, in the order that they are stored in.
  package func entries(ofTree id: ObjectID) throws(GitError) -> [TreeEntry] {
    try withTree(id) { (cursor) throws(GitError) in
      var entries: [TreeEntry] = []
      while !cursor.isAtEnd {
        entries.append(cursor.entry)
        try cursor.advance()
      }
      return entries
    }
  }

  /// The files below a directory of a tree, in path order; all of them below the empty path.
  ///
  /// Symbolic links and submodules are among them; a directory that is not there has none.
  package func files(inTree tree: ObjectID, under directory: [UInt8] = []) throws(GitError)
    -> [TreeFile]
  {
    var start = tree
    var prefix: [UInt8] = []
    if !directory.isEmpty {
      guard let entry = try entry(at: directory, inTree: tree), entry.mode.isDirectory else {
        return []
      }
      start = entry.id
      prefix = directory + [UInt8(ascii: "/")]
    }
    var files: [TreeFile] = []
    try changes(from: nil, to: start) { change in
      if let entry = change.new { files.append(TreeFile(path: prefix + change.path, entry: entry)) }
    }
    return files
  }

  /// The entry at a path of a tree; nil where there is none.
  package func entry(at path: [UInt8], inTree tree: ObjectID) throws(GitError) -> TreeEntry? {
    var found: TreeEntry?
    var directory = tree
    for name in path.split(separator: UInt8(ascii: "/")) {
      if let found {
        guard found.mode.isDirectory else { return nil }
        directory = found.id
      }
      found = try withTree(directory) { (cursor) throws(GitError) in
        while !cursor.isAtEnd, !cursor.name.elementsEqual(name) { try cursor.advance() }
        return cursor.isAtEnd ? nil : cursor.entry
      }
      guard found != nil else { return nil }
    }
    return found
  }

  /// Lends a cursor on the first entry of a tree; nil is the empty tree.
  func withTree<Result>(
    _ id: ObjectID?, _ body: (inout TreeCursor) throws(GitError) -> Result
  ) throws(GitError) -> Result {
    guard let id else {
      var cursor = try TreeCursor(UnsafeRawBufferPointer(start: nil, count: 0), of: nil)
      return try body(&cursor)
    }
    return try withObject(id, GIT_OBJECT_TREE, "read the tree") { (bytes) throws(GitError) in
      var cursor = try TreeCursor(bytes, of: id)
      return try body(&cursor)
    }
  }
}
