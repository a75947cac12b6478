/// A path whose file differs between two trees.
package struct TreeChange: Sendable, Hashable {
  /// The path's bytes from the top of the tree.
  package let path: [UInt8]

  /// The file as it was; nil when it is new.
  package let old: TreeEntry?

  /// The file as it is; nil when it is gone.
  package let new: TreeEntry?

  package init(path: [UInt8], old: TreeEntry?, new: TreeEntry?) {
    self.path = path
    self.old = old
    self.new = new
  }
}

extension Repository {
  /// Visits each file that differs between two trees, in path order; nil is the empty tree.
  ///
  /// Descends only where ids differ, so that it costs what changed, not what is there. A directory
  /// that became a file, a link or a submodule shows as each of its files gone and one thing new.
  /// `checking` is told of the faults of every new tree that the walk reads, and its path.
  package func changes(
    from old: ObjectID?, to new: ObjectID?,
    checking: ((_ directory: [UInt8], _ fault: TreeFault) -> Void)? = nil,
    visiting visit: (TreeChange) throws(GitError) -> Void
  ) throws(GitError) {
    var walk = TreeWalk(repository: self, checking: checking)
    try walk.descend(old, new, visit)
  }
}

/// Two trees walked side by side, from where they differ down to the files that do.
private struct TreeWalk {
  let repository: Repository
  let checking: (([UInt8], TreeFault) -> Void)?

  /// The names of the directories that the walk is in.
  private var directories: [[UInt8]] = []

  /// Trees nested deeper than this are refused rather than followed with the stack.
  private static let depthLimit = 256

  init(repository: Repository, checking: (([UInt8], TreeFault) -> Void)?) {
    self.repository = repository
    self.checking = checking
  }

  mutating func descend(
    _ old: ObjectID?, _ new: ObjectID?, _ visit: (TreeChange) throws(GitError) -> Void
  ) throws(GitError) {
    guard old != new else { return }
    guard directories.count < Self.depthLimit else {
      throw .malformed(new ?? old, "the tree has more than \(Self.depthLimit) levels")
    }
    let repository = repository
    try repository.withTree(old) { (before) throws(GitError) in
      try repository.withTree(new) { (after) throws(GitError) in
        try check(after)
        try compare(&before, &after, visit)
      }
    }
  }

  private func check(_ tree: TreeCursor) throws(GitError) {
    guard let checking else { return }
    let directory = Array(directories.joined(separator: [UInt8(ascii: "/")]))
    for fault in try TreeFault.faults(in: tree) { checking(directory, fault) }
  }

  private mutating func compare(
    _ before: inout TreeCursor, _ after: inout TreeCursor,
    _ visit: (TreeChange) throws(GitError) -> Void
  ) throws(GitError) {
    while !before.isAtEnd || !after.isAtEnd {
      let order = Self.order(before, after)
      if order != 0 || !before.isSame(as: after) {
        let old = order <= 0 ? before.entry : nil
        let new = order >= 0 ? after.entry : nil
        try report(old, new, visit)
      }
      if order <= 0 { try before.advance() }
      if order >= 0 { try after.advance() }
    }
  }

  /// Which cursor's entry comes first; one that is at its end comes last.
  private static func order(_ before: TreeCursor, _ after: TreeCursor) -> Int {
    if before.isAtEnd { return 1 }
    return after.isAtEnd ? -1 : before.order(to: after)
  }

  /// Visits a file, or goes into a directory; both entries are of the same kind where both are.
  private mutating func report(
    _ old: TreeEntry?, _ new: TreeEntry?, _ visit: (TreeChange) throws(GitError) -> Void
  ) throws(GitError) {
    guard let name = (new ?? old)?.name else { return }
    directories.append(name)
    defer { directories.removeLast() }
    if (new ?? old)?.mode.isDirectory == true {
      try descend(old?.id, new?.id, visit)
    } else {
      let path = Array(directories.joined(separator: [UInt8(ascii: "/")]))
      try visit(TreeChange(path: path, old: old, new: new))
    }
  }
}
