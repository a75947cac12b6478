/// A call of the real git: for what libgit2 cannot do, or does otherwise than git.
package struct GitCommand: Sendable, Hashable {
  /// What follows `git` on the command line.
  package let arguments: [String]

  /// The folder that it runs in.
  package let directory: String

  /// Every variable that git gets.
  package let environment: [String: String]

  /// What it reads from its standard input.
  package let input: [UInt8]

  /// Describes a call with the caller's variables, but none of git's own unless it is kept.
  ///
  /// Where the user's configuration is (`GIT_CONFIG_GLOBAL` and the like) is always kept. Git asks
  /// nobody anything, speaks English, follows no replace refs, and starts no file-system monitor.
  package init(
    _ arguments: [String], in directory: String, environment: GitEnvironment,
    keeping kept: Set<String> = [], setting changes: [String: String] = [:], input: [UInt8] = []
  ) {
    var variables = environment.variables.filter { variable in
      !variable.key.utf8.starts(with: "GIT_".utf8) || kept.contains(variable.key)
        || Self.configurationVariables.contains(variable.key)
    }
    variables["LC_ALL"] = "C"
    variables["GIT_NO_REPLACE_OBJECTS"] = "1"
    variables["GIT_TERMINAL_PROMPT"] = "0"
    self.arguments = ["-c", "core.fsmonitor=false"] + arguments
    self.directory = directory
    self.environment = variables.merging(changes) { $1 }
    self.input = input
  }

  /// Runs it to its end and gives its status and all that it wrote.
  package func run() throws(GitError) -> ChildProcess.Output {
    try ChildProcess.run(
      "git", arguments, in: directory, environment: environment, input: input)
  }

  /// Runs it and gives what it wrote; throws git's own words when it fails.
  package func output() throws(GitError) -> [UInt8] {
    let result = try run()
    guard result.status == 0 else {
      let words = String(decoding: result.errors, as: UTF8.self)
      let verb = arguments.dropFirst(2).first ?? ""
      throw GitError(
        .commandFailed, operation: "run git \(verb)",
        message: words.isEmpty ? "it ended with status \(result.status)" : words.trimmingLineEnd)
    }
    return result.output
  }

  /// The variables that say where the repository and its parts are.
  package static let repositoryVariables: Set<String> = [
    "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH", "GIT_CEILING_DIRECTORIES",
  ]

  /// The variables that say who makes a commit, and when.
  package static let identityVariables: Set<String> = [
    "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_AUTHOR_DATE", "GIT_COMMITTER_NAME",
    "GIT_COMMITTER_EMAIL", "GIT_COMMITTER_DATE",
  ]

  /// The variables that say where the user's configuration is.
  package static let configurationVariables: Set<String> = [
    "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
  ]
}

extension Repository {
  /// Writes the tree of the index that git names, and gives its id.
  ///
  /// Git does it, because it knows every form of index; entries added with `--intent-to-add` are
  /// not in the tree. Unmerged paths make it fail with git's own words.
  package func writeTree() throws(GitError) -> ObjectID {
    let command = GitCommand(
      ["write-tree"], in: startDirectory, environment: environment,
      keeping: GitCommand.repositoryVariables)
    let output = try command.output()
    guard let id = ObjectID(hex: output.prefix { $0 != UInt8(ascii: "\n") }) else {
      throw GitError(
        .commandFailed, operation: "run git write-tree",
        message: "it gave no id but '\(String(decoding: output, as: UTF8.self))'")
    }
    return id
  }
}

extension String {
  fileprivate var trimmingLineEnd: String {
    var scalars = unicodeScalars
    while scalars.last == "\n" || scalars.last == "\r" { scalars.removeLast() }
    return String(scalars)
  }
}
