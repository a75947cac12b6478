internal import Briefs
internal import Diagnostics
internal import Git
internal import Rules
internal import Workspace

// What waits for whom.
extension Session {
  /// The inbox of whoever is at work, or of nobody where git does not know them.
  func inbox(showingAll showsAll: Bool) throws -> Inbox {
    let late = Dictionary(
      grouping: try verdict(on: []).diagnostics.filter { $0.rule == "overdue" }, by: \.path)
    let files = finder.versions
    let obstacles = try obstacles(ahead: [])
    let briefs = files.compactMap { file -> WaitingBrief? in
      guard let brief = file.brief else { return nil }
      return WaitingBrief(
        name: brief.id ?? file.stem, brief: brief, obstacles: obstacles[file.path] ?? [],
        late: late[file.displayPath] ?? [])
    }
    return Inbox(
      of: briefs, policy: policy, viewedBy: repository.authorAddress()?.asciiLowercased,
      on: Environment.today, showsAll: showsAll)
  }

  /// What the rules find in a brief, and what would stop it from going on to the status that comes
  /// next; approvals are listed on their own.
  func missing(in file: FileVersion) throws -> [Diagnostic] {
    let found = try verdict(on: [file.path]).diagnostics
    let ahead = try obstacles(ahead: [file.path])[file.path] ?? []
    return found
      + ahead.filter { obstacle in
        !RuleDocumentation.approvalRules.contains(obstacle.rule)
          && !found.contains { $0.rule == obstacle.rule && $0.message == obstacle.message }
      }
  }

  /// What would stop briefs from going on to the status that comes next, by path.
  private func obstacles(ahead paths: [[UInt8]]) throws -> [[UInt8]: [Diagnostic]] {
    try CommandFailure.catching { () throws(GitError) in
      try WorkTreeCheck(repository: repository, files: tree)
        .obstacles(ahead: paths, today: Environment.today)
    }
  }
}
