extension Repository {
  /// Runs git as the user's own call would run here, settings of the command line included.
  ///
  /// For what the user has to be told about: where hooks are, and who switched them off how. A gate
  /// does not judge by it.
  package func ask(
    _ arguments: [String], input: [UInt8] = []
  ) throws(GitError) -> ChildProcess.Output {
    try GitCommand(
      arguments, in: startDirectory, environment: environment,
      keeping: GitCommand.repositoryVariables.union(environment.settingVariables),
      input: input
    ).run()
  }

  /// What git answers on one line; nil where it has no answer.
  package func answer(_ arguments: String...) throws(GitError) -> String? {
    let result = try ask(arguments)
    guard result.status == 0 else { return nil }
    return String(decoding: result.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}

extension GitEnvironment {
  /// What git answers on one line outside any repository; nil where it has no answer.
  package func answer(_ arguments: String...) throws(GitError) -> String? {
    let result = try GitCommand(
      arguments, in: "/", environment: self, keeping: settingVariables
    ).run()
    guard result.status == 0 else { return nil }
    return String(decoding: result.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}
