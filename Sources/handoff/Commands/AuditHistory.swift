internal import ArgumentParser
internal import Briefs
internal import Git
internal import History
internal import Reports
internal import Rules
internal import Terminal
internal import Workspace

/// Finds in history what slipped past the hooks.
struct AuditHistory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Say what slipped past the hooks, who did it, and whether the loss still stands.",
    discussion: """
      Judges every commit that leads to a revision by the rules of the hooks and the policy in \
      force then, whatever way it came. Exit 0: nothing stands; 1: a loss still stands; 2: a part \
      of the history could not be judged, and is named.

      --all-refs judges what leads to any branch or tag, each commit once. A loss then still \
      stands if it does at HEAD, or at any branch, remote branch or tag that has the commit and \
      that no other goes beyond.
      """)

  @Argument(help: "The revision whose history is judged; HEAD where none is named.")
  var revision: String?

  @Flag(help: "Judge all that leads to any branch, remote branch or tag.")
  var allRefs = false

  @Option(
    help: ArgumentHelp(
      """
      Only tell of commits that count as made on or after a day: by the latest of their two dates \
      and those of all commits before them.
      """,
      valueName: "yyyy-mm-dd"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Judge by the handoff.yaml of a revision, not by the one in force then.",
      valueName: "revision"))
  var policy: String?

  @Option(
    help:
      "How to write the findings: \(AuditReport.Format.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var format: AuditReport.Format = .text

  @Flag(help: "Do not exit with 2 where a part could not be judged.")
  var incompleteOk = false

  func validate() throws {
    guard allRefs, revision != nil else { return }
    throw ValidationError("give a revision or --all-refs, not both")
  }

  func run() throws {
    try CommandFailure.catching { () throws(GitError) in try ReadingMemory.keepSmall() }
    let repository = try Environment.openRepository()
    let day = try since.map { text in
      guard let day = CalendarDate(text) else {
        throw CommandFailure("\(text) is no day", hints: ["write it as 2026-07-20"])
      }
      return day
    }
    let replay = try policy.map { try AuditHistory.policy(of: $0, in: repository) }
    let tips = try tips(in: repository)
    let progress = ProgressLine("auditing")
    let audit = try CommandFailure.catching { () throws(GitError) in
      defer { progress.clear() }
      return try Auditor(repository: repository, replay: replay, since: day) {
        progress.show($0, of: $1)
      }.audit(tips)
    }
    try show(audit, since: day)
  }

  private func tips(in repository: Repository) throws -> AuditedTips {
    if let revision { return AuditedTips(try AuditHistory.commit(revision, in: repository)) }
    let tips = try CommandFailure.catching { () throws(GitError) in
      allRefs ? try AuditedTips(allReferencesOf: repository) : try AuditedTips(headOf: repository)
    }
    if tips.isEmpty { throw CommandFailure("nothing is committed yet") }
    return tips
  }

  private static func commit(
    _ revision: String, in repository: Repository
  ) throws -> ObjectID {
    do throws(GitError) {
      return try repository.resolve(revision)
    } catch {
      guard error.code == .notFound else { throw CommandFailure(error) }
      throw CommandFailure(
        "there is no revision \(revision)",
        hints: ["see the branches: git branch --all", "see the commits: git log --oneline"])
    }
  }

  private func show(_ audit: Audit, since day: CalendarDate?) throws {
    let report = AuditReport(audit, since: day)
    for note in report.notes { Console.say(note) }
    let text = report.rendered(
      as: format, isColored: Console.usesColour(),
      tool: CheckReport.Tool(
        version: Handoff.version, rules: RuleCatalog.documentations.map(\.tool)))
    guard Console.print(text) else { throw CommandFailure("the audit could not be written") }
    if !audit.gaps.isEmpty, !incompleteOk {
      throw CommandFailure(
        "the audit is incomplete: \(audit.gaps.count) "
          + "part\(audit.gaps.count == 1 ? "" : "s") of the history could not be judged",
        hints: [
          "bring what is missing: git fetch --unshallow, git fetch --refetch, git fsck",
          "or go on without it: --incomplete-ok",
        ])
    }
    if audit.standingCount > 0 { throw ExitCode(1) }
  }

  /// The policy that a revision has.
  private static func policy(of revision: String, in repository: Repository) throws -> Policy {
    let commit = try commit(revision, in: repository)
    let found = try CommandFailure.catching { () throws(GitError) in
      try BlobStore(repository: repository).policy(inTree: repository.outline(of: commit).tree)
    }
    guard let found else { throw CommandFailure("\(revision) has no handoff.yaml") }
    guard found.isReadable else {
      throw CommandFailure("the handoff.yaml of \(revision) cannot be read")
    }
    return found
  }
}

extension AuditReport.Format: ExpressibleByArgument {}
