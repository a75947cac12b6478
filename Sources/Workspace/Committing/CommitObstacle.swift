internal import Briefs
package import Git
internal import Glibc

/// Why the tool makes no commit of its own now.
package enum CommitObstacle: Error, Sendable {
  /// Git itself is at work: the command was called by a hook.
  case insideHook

  /// A merge, rebase, cherry-pick or revert has been begun and not ended, such as `merge`.
  case unfinished(String)

  /// The file was never committed.
  case untracked

  /// The file has changes that are not committed.
  case uncommitted

  /// The branch has no commit yet.
  case noCommit
}

extension CommitObstacle {
  /// What stands in the way of committing one file; nil where nothing does.
  package static func to(
    committing path: [UInt8], in repository: Repository
  ) throws(GitError) -> CommitObstacle? {
    let environment = repository.environment
    // Git names its index to whatever it starts in the middle of a commit.
    if environment.indexFile != nil || environment.quarantineDirectory != nil {
      return .insideHook
    }
    if let operation = unfinishedOperation(in: repository) { return .unfinished(operation) }
    guard try repository.head().commit != nil else { return .noCommit }
    switch try repository.status(ofFile: path) {
    case nil: return try isAsCommitted(path, in: repository) ? nil : .uncommitted
    case "??", "!!": return .untracked
    default: return .uncommitted
    }
  }

  /// Whether the file says what the last commit has, whatever git was told to assume; line endings
  /// do not count.
  private static func isAsCommitted(
    _ path: [UInt8], in repository: Repository
  ) throws(GitError) -> Bool {
    guard let head = try repository.head().commit,
      let entry = try repository.entry(at: path, inTree: try repository.commit(head).tree),
      case .bytes(let bytes) = FileReader.read(
        try WorkTree(of: repository).absolute(path), atMost: Brief.sizeLimit)
    else { return false }
    let committed = try repository.blob(entry.id, atMost: Brief.sizeLimit)
    return bytes.filter { $0 != 0x0D } == committed.filter { $0 != 0x0D }
  }

  private static func unfinishedOperation(in repository: Repository) -> String? {
    let marks = [
      ("MERGE_HEAD", "merge"), ("rebase-merge", "rebase"), ("rebase-apply", "rebase"),
      ("CHERRY_PICK_HEAD", "cherry-pick"), ("REVERT_HEAD", "revert"),
    ]
    return marks.first { access(repository.gitDirectory + $0.0, F_OK) == 0 }?.1
  }
}
