extension Repository {
  /// The commits that lead to one and not to others, newest first, in clones cut short too.
  package func newCommits(
    to new: ObjectID, without excluded: [ObjectID]
  ) throws(GitError) -> [ObjectID] {
    guard isShallow else { return try commits(reachableFrom: [new], notFrom: excluded) }
    return try listCommits(reachableFrom: new, notFrom: excluded)
  }

  /// The commits reachable from one and not from others, newest first, as git itself lists them.
  ///
  /// For shallow clones, whose cut git knows and libgit2 1.5 does not.
  private func listCommits(
    reachableFrom included: ObjectID, notFrom excluded: [ObjectID]
  ) throws(GitError) -> [ObjectID] {
    let lines = ([included.description] + excluded.map { "^\($0)" }).joined(separator: "\n") + "\n"
    let output = try GitCommand(
      ["rev-list", "--stdin"], in: startDirectory, environment: environment,
      keeping: GitCommand.repositoryVariables, input: Array(lines.utf8)
    ).output()
    return output.split(separator: UInt8(ascii: "\n")).compactMap { ObjectID(hex: $0) }
  }

  /// Whether any commit that leads to one has changed the file at a path.
  ///
  /// Git is asked, whose commit-graph often knows without looking into the trees.
  package func isTouched(
    _ path: [UInt8], upTo commit: ObjectID
  ) throws(GitError) -> Bool {
    let lineEnd = UInt8(ascii: "\n")
    // Git would read two paths there.
    if path.contains(lineEnd) { return true }
    let input = Array("\(commit)\n--\n:(top,literal)".utf8) + path + [lineEnd]
    let output = try GitCommand(
      ["rev-list", "--full-history", "--max-count=1", "--stdin"], in: startDirectory,
      environment: environment, keeping: GitCommand.repositoryVariables, input: input
    ).output()
    return !output.isEmpty
  }

  /// The author that git would record now, such as `dana@northwind.example`; nil where git knows none.
  package func authorAddress() -> String? {
    let command = GitCommand(
      ["var", "GIT_AUTHOR_IDENT"], in: startDirectory, environment: environment,
      keeping: GitCommand.repositoryVariables.union(environment.settingVariables)
        .union(GitCommand.identityVariables))
    // Without a name git refuses to say one; then nobody is known, and rules on authors are silent.
    guard let line = try? command.output(),
      let end = line.lastIndex(of: UInt8(ascii: ">")),
      let start = line[..<end].lastIndex(of: UInt8(ascii: "<"))
    else { return nil }
    return String(decoding: line[(start + 1)..<end], as: UTF8.self)
  }
}
