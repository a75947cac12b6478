extension Repository {
  /// Commits one file of the work tree as it stands, and nothing else that is staged or changed.
  ///
  /// It is `git commit --only`, so that the person's identity, signing and own hooks apply; none
  /// of git's variables but those that name the person and the repository reach it.
  ///
  /// - Returns: what git wrote to its standard error: the words of hooks.
  /// - Throws: where git or a hook refuses, with their words; nothing was committed then.
  package func commit(
    onlyFile path: [UInt8], message: String
  ) throws(GitError) -> (id: ObjectID, words: String) {
    let result = try write(
      ["commit", "--quiet", "--only", "--cleanup=verbatim", "--file=-", "--"]
        + [Repository.pathspec(path)], input: Array(message.utf8))
    guard let commit = try head().commit else {
      throw GitError(.notFound, operation: "find", object: "HEAD", message: "no commit was made")
    }
    return (commit, String(decoding: result.errors, as: UTF8.self))
  }

  /// Moves the branch back by its last commit and gives one file its content from before; all else
  /// that is staged or changed stays as it is.
  package func takeBackCommit(ofFile path: [UInt8]) throws(GitError) {
    _ = try write(["reset", "--quiet", "--soft", "HEAD~1"])
    try restore(path)
  }

  /// Gives one file the content of the last commit, in the index and in the work tree.
  package func restore(_ path: [UInt8]) throws(GitError) {
    _ = try write(
      ["restore", "--quiet", "--staged", "--worktree", "--", Repository.pathspec(path)])
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
    let kept = GitCommand.repositoryVariables.subtracting(["GIT_INDEX_FILE"])
      .union(GitCommand.identityVariables).union(environment.settingVariables)
    let result = try GitCommand(
      arguments, in: startDirectory, environment: environment, keeping: kept, input: input
    ).run()
    guard result.status == 0 else {
      let words = String(decoding: result.errors + result.output, as: UTF8.self)
      throw GitError(
        .commandFailed, operation: "run git \(arguments[0])",
        message: words.isEmpty ? "it ended with status \(result.status)" : words)
    }
    return result
  }
}
