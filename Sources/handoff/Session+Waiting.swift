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
    let known = found.filter { finding in
      // The same words go out with the final summary that the next step waits for.
      finding.rule != "unsent-summary" || !ahead.contains { $0.rule == "unconfirmed-summary" }
    }
    return known + missingForStart(in: file, unlike: known + ahead)
      + ahead.filter { obstacle in
        (obstacle.rule == "self-approval"
          || !RuleDocumentation.approvalRules.contains(obstacle.rule))
          && !found.contains { $0.rule == obstacle.rule && $0.message == obstacle.message }
      }
  }

  /// The evidence that the start will need, where nothing else names it yet.
  private func missingForStart(
    in file: FileVersion, unlike known: [Diagnostic]
  ) -> [Diagnostic] {
    let rule = "missing-evidence"
    guard let brief = file.brief, !known.contains(where: { $0.rule == rule }) else { return [] }
    let name = brief.id ?? file.stem
    return startNeeds(of: brief).map { kinds in
      let span = brief.anchor(of: .evidence)
      return Diagnostic(
        rule: rule, severity: .warning, path: file.displayPath,
        start: brief.source.position(at: span.lowerBound),
        end: brief.source.position(at: span.upperBound), brief: brief.id, item: nil,
        message: "the start will need evidence of the kind \(kinds.joined(separator: " or "))",
        help: Session.evidenceCommand(kinds, name), sourceLine: nil)
    }
  }

  /// Says what evidence the start will need.
  func tellStartNeeds(of brief: Brief, named name: String) {
    for kinds in startNeeds(of: brief) {
      Console.say(
        "before the start it needs evidence of the kind \(kinds.joined(separator: " or ")): "
          + Session.evidenceCommand(kinds, name))
    }
  }

  private func startNeeds(of brief: Brief) -> [[String]] {
    let isAhead = brief.status.map { !$0.isStartedOrLater && $0 != .cancelled } ?? false
    let isWaived = brief.standingItems(in: .waivers)
      .contains { $0.string(.rule) == "missing-evidence" }
    return isAhead && !isWaived ? policy.missingEvidence(of: brief) : []
  }

  private static func evidenceCommand(_ kinds: [String], _ name: String) -> String {
    "handoff add \(name.shellWord) evidence --kind \(kinds.first ?? "other") --file FILE"
      + (kinds.contains("crm") ? ", or handoff set \(name.shellWord) deal ADDRESS" : "")
  }

  /// What would stop briefs from going on to the status that comes next, by path.
  private func obstacles(ahead paths: [[UInt8]]) throws -> [[UInt8]: [Diagnostic]] {
    try CommandFailure.catching { () throws(GitError) in
      try WorkTreeCheck(repository: repository, files: tree)
        .obstacles(ahead: paths, today: Environment.today)
    }
  }
}
