package import Git

/// What came of taking back a commit that the tool made.
package enum CommitUndo: Sendable {
  case takenBack

  /// Something was committed since.
  case notLast

  /// A remote has it, so others may build on it.
  case shared

  /// The file has changes that would be lost.
  case changedSince
}

extension CommitUndo {
  /// Takes back a commit of one file, leaving all else that is staged or changed as it is.
  package static func of(
    _ commit: Commit, file path: [UInt8], in repository: Repository
  ) throws(GitError) -> CommitUndo {
    let head = try repository.head().commit
    if head == commit.parents.first {
      // An earlier call was ended between the move of the branch and the file.
      try repository.restore(path)
      return .takenBack
    }
    guard head == commit.id else { return .notLast }
    let remote = try repository.references("refs/remotes/").map(\.id)
    guard try repository.newCommits(to: commit.id, without: remote).contains(commit.id) else {
      return .shared
    }
    guard try repository.status(ofFile: path) == nil else { return .changedSince }
    try repository.takeBackCommit(ofFile: path)
    return .takenBack
  }
}
