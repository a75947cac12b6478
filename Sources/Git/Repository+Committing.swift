internal import Glibc

extension Repository {
  /// Commits some files of the work tree as they stand, and nothing else that is staged or changed.
  ///
  /// It is `git commit --only`, so that the person's identity, signing and own hooks apply; none
  /// of git's variables but those that name the person and the repository reach it. New files are
  /// added first, byte for byte whatever line endings git is set to; where the commit is refused
  /// git knows nothing of them again.
  ///
  /// - Returns: what git wrote to its standard error: the words of hooks.
  /// - Throws: where git or a hook refuses, with their words; nothing was committed then.
  package func commit(
    onlyFiles paths: [[UInt8]], adding newPaths: [[UInt8]] = [], message: String
  ) throws(GitError) -> (id: ObjectID, words: String) {
    let before = try head().commit
    let added = newPaths.map(Repository.pathspec)
    let settings = added.isEmpty ? [] : ["-c", "core.autocrlf=false", "-c", "core.safecrlf=false"]
    if !added.isEmpty { _ = try write(settings + ["add", "--intent-to-add", "--"] + added) }
    let result = try attempt(
      settings + ["commit", "--quiet", "--only", "--cleanup=verbatim", "--file=-", "--"]
        + paths.map(Repository.pathspec) + added, input: Array(message.utf8))
    // A hook that runs after the commit can fail, and can commit again, without undoing it.
    guard let made = try firstCommit(after: before) else {
      for path in newPaths { try forget(path) }
      throw .failed("commit", result)
    }
    return (made, String(decoding: result.errors, as: UTF8.self))
  }

  /// The commit that was made on top of another; nil where none was.
  private func firstCommit(after before: ObjectID?) throws(GitError) -> ObjectID? {
    var next = try head().commit
    for _ in 0..<8 {
      guard let id = next, id != before else { return nil }
      let parent = try commit(id).parents.first
      if parent == before { return id }
      next = parent
    }
    return nil
  }

  /// Moves the branch back by its last commit and gives the files that it changed their content from
  /// before; all else that is staged or changed stays as it is.
  package func takeBackCommit(ofFiles paths: [[UInt8]]) throws(GitError) {
    _ = try write(["reset", "--quiet", "--soft", "HEAD~1"])
    try restore(paths)
  }

  /// Gives files the content of the last commit, in the index and in the work tree; one that is not
  /// in it is taken away.
  package func restore(_ paths: [[UInt8]]) throws(GitError) {
    _ = try write(
      ["restore", "--quiet", "--staged", "--worktree", "--"] + paths.map(Repository.pathspec))
  }

  /// Takes a file out of the index; it stays in the work tree.
  package func forget(_ path: [UInt8]) throws(GitError) {
    _ = try write(
      ["rm", "--quiet", "--cached", "--ignore-unmatch", "--", Repository.pathspec(path)])
  }

  /// What `git status` says of one file, such as ` M` or `??`; nil where the file is as committed.
  package func status(ofFile path: [UInt8]) throws(GitError) -> String? {
    let output = try write(
      [
        "status", "--porcelain=v1", "-z", "--untracked-files=all", "--ignored", "--",
        Repository.pathspec(path),
      ]
    ).output
    return output.isEmpty ? nil : String(decoding: output.prefix(2), as: UTF8.self)
  }

  private static func pathspec(_ path: [UInt8]) -> String {
    ":(top,literal)" + String(decoding: path, as: UTF8.self)
  }

  private func write(
    _ arguments: [String], input: [UInt8] = []
  ) throws(GitError) -> ChildProcess.Output {
    let result = try attempt(arguments, input: input)
    guard result.status == 0 else {
      throw .failed(
        arguments.first { $0 != "-c" && !$0.utf8.starts(with: "core.".utf8) } ?? "", result)
    }
    return result
  }

  /// Runs git, again for a while where another git holds the index or the branch.
  private func attempt(
    _ arguments: [String], input: [UInt8] = []
  ) throws(GitError) -> ChildProcess.Output {
    let kept = GitCommand.repositoryVariables.subtracting(["GIT_INDEX_FILE"])
      .union(GitCommand.identityVariables).union(environment.settingVariables)
    var result: ChildProcess.Output
    var pause: UInt32 = 20_000
    repeat {
      result = try GitCommand(
        arguments, in: startDirectory, environment: environment, keeping: kept,
        setting: ["GIT_OPTIONAL_LOCKS": "0"], input: input
      ).run()
      guard result.status == 128, String(decoding: result.errors, as: UTF8.self).isOfLock else {
        return result
      }
      usleep(pause)
      pause *= 2
    } while pause < Repository.longestPause
    return result
  }

  /// No pause between two tries is longer, in microseconds; all together take a second or two.
  private static let longestPause: UInt32 = 1_000_000
}

extension GitError {
  fileprivate static func failed(_ verb: String, _ result: ChildProcess.Output) -> GitError {
    let words = String(decoding: result.errors + result.output, as: UTF8.self)
    return GitError(
      .commandFailed, operation: "run git \(verb)",
      message: words.isEmpty ? "it ended with status \(result.status)" : words)
  }
}

extension String {
  /// Whether git says that another git is at work.
  fileprivate var isOfLock: Bool { contains(".lock': File exists") }
}
