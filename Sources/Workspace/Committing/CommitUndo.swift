internal import Briefs
package import Git

/// What came of taking back a commit that the tool made.
package enum CommitUndo: Sendable {
  case takenBack

  /// Something was committed since, or another branch is checked out.
  case notLast

  /// A remote has it, so others may build on it.
  case shared

  /// The file has changes that would be lost.
  case changedSince

  /// It is no commit of the tool's.
  case notOurs
}

extension CommitUndo {
  /// Takes back a commit of one file, leaving all else that is staged or changed as it is.
  package static func of(
    _ commit: Commit, _ change: LastChange, in repository: Repository
  ) throws(GitError) -> CommitUndo {
    guard try isOurs(commit, change.path, in: repository), let parent = commit.parents.first else {
      return .notOurs
    }
    let isAsLeft = try isAsLeft(change, in: repository)
    let head = try repository.head().commit
    if head == parent, isAsLeft {
      // An earlier call was ended between the move of the branch and the file.
      try repository.restore(change.path)
      return .takenBack
    }
    guard head == commit.id else { return .notLast }
    let remote = try repository.references("refs/remotes/").map(\.id)
    guard try repository.newCommits(to: commit.id, without: remote).contains(commit.id) else {
      return .shared
    }
    guard try repository.status(ofFile: change.path) == nil else { return .changedSince }
    try repository.takeBackCommit(ofFile: change.path)
    return .takenBack
  }

  /// Whether the commit has the tool's trailer, one parent, and changes the file alone.
  private static func isOurs(
    _ commit: Commit, _ path: [UInt8], in repository: Repository
  ) throws(GitError) -> Bool {
    guard commit.parents.count == 1, StepMessage.isOurs(commit.message) else { return false }
    var paths: [[UInt8]] = []
    try repository.changes(
      from: try repository.commit(commit.parents[0]).tree, to: commit.tree
    ) { paths.append($0.path) }
    return paths == [path]
  }

  /// Whether the file in the work tree is as the tool wrote it.
  private static func isAsLeft(
    _ change: LastChange, in repository: Repository
  ) throws(GitError) -> Bool {
    let files = try WorkTree(of: repository)
    guard
      case .bytes(let bytes) = FileReader.read(
        files.absolute(change.path), atMost: Brief.sizeLimit)
    else { return false }
    return change.isResult(bytes)
  }
}
