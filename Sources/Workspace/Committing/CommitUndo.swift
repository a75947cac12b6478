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
  /// Takes back a commit of one file and of those added with it, leaving all else that is staged or
  /// changed as it is.
  package static func of(
    _ commit: Commit, _ change: LastChange, in repository: Repository
  ) throws(GitError) -> CommitUndo {
    guard let paths = try ownPaths(of: commit, change.path, in: repository),
      let parent = commit.parents.first
    else { return .notOurs }
    let isAsLeft = try isAsLeft(change, in: repository)
    let head = try repository.head().commit
    if head == parent, isAsLeft {
      // An earlier call was ended between the move of the branch and the files.
      var left = [change.path]
      for path in paths where path != change.path {
        if try repository.status(ofFile: path) != nil { left.append(path) }
      }
      try repository.restore(left)
      return .takenBack
    }
    guard head == commit.id else { return .notLast }
    let remote = try repository.references("refs/remotes/").map(\.id)
    guard try repository.newCommits(to: commit.id, without: remote).contains(commit.id) else {
      return .shared
    }
    for path in paths {
      guard try repository.status(ofFile: path) == nil else { return .changedSince }
    }
    try repository.takeBackCommit(ofFiles: paths)
    return .takenBack
  }

  /// The files of a commit that has the tool's trailer, one parent, and changes the file alone, or
  /// with others that it adds; nil of any other.
  private static func ownPaths(
    of commit: Commit, _ path: [UInt8], in repository: Repository
  ) throws(GitError) -> [[UInt8]]? {
    guard commit.parents.count == 1, StepMessage.isOurs(commit.message) else { return nil }
    var paths: [[UInt8]] = []
    var isOurs = true
    try repository.changes(
      from: try repository.commit(commit.parents[0]).tree, to: commit.tree
    ) { change in
      paths.append(change.path)
      if change.path != path, change.old != nil { isOurs = false }
    }
    return isOurs && paths.contains(path) ? paths : nil
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
