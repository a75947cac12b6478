internal import Git

/// Finds source records as they were first put there.
enum FirstRecord {
  /// The file that history first had at a path, seen from some commits.
  ///
  /// - Returns: nil where there never was one, and where histories without a common beginning put
  ///   different files there: which of them is the record is then nobody's to say.
  static func entry(
    at path: [UInt8], before commits: [ObjectID], in repository: Repository
  ) throws(GitError) -> TreeEntry? {
    var known: Set<ObjectID> = []
    var first: [TreeEntry] = []
    for id in try repository.commits(reachableFrom: commits).reversed() {
      let commit = try repository.outline(of: id)
      if commit.parents.contains(where: known.contains) {
        known.insert(id)
      } else if let entry = try repository.file(at: path, inTree: commit.tree) {
        known.insert(id)
        first.append(entry)
      }
    }
    guard let entry = first.first, first.allSatisfy({ $0.isSameFile(as: entry) }) else {
      return nil
    }
    return entry
  }
}
