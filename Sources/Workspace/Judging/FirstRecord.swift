internal import Git

/// Finds source records as they were first put there.
enum FirstRecord {
  /// The file that was put at a path when it last came into being, seen from some commits.
  ///
  /// What stood there before a time without the file is another record: whoever takes one away may
  /// not have it come back over the one that took its place.
  ///
  /// - Returns: nil where there is none, and where different files were put there on several lines of
  ///   history: which of them is the record is then nobody's to say.
  static func entry(
    at path: [UInt8], before commits: [ObjectID], in repository: Repository
  ) throws(GitError) -> TreeEntry? {
    var reader = PathReader(path, in: repository)
    var first: [TreeEntry] = []
    var found: Set<ObjectID> = []
    var rest: [(parents: [ObjectID], entry: TreeEntry)] = []

    /// Whether a commit has the file.
    func meet(_ commit: ObjectID) throws(GitError) -> Bool {
      if found.contains(commit) { return true }
      let version = try reader.version(of: commit)
      guard let entry = version.entry, !entry.mode.isDirectory else { return false }
      found.insert(commit)
      rest.append((version.parents, entry))
      return true
    }

    for commit in commits { _ = try meet(commit) }
    while let (parents, entry) = rest.popLast() {
      var hasPast = false
      for parent in parents where try meet(parent) { hasPast = true }
      if !hasPast { first.append(entry) }
    }
    guard let entry = first.first, first.allSatisfy({ $0.isSameFile(as: entry) }) else {
      return nil
    }
    return entry
  }
}
