internal import Briefs
internal import Diagnostics
internal import Git
internal import Glibc
internal import Reports
internal import Workspace

/// One run of a gate, as git's hooks call it.
enum GateRun {
  /// Judges what the hook is about, says what is wrong, and gives the exit status.
  static func run(_ hook: Hook, arguments: [String]) -> Int32 {
    Watchdog.start()
    do throws(GitError) {
      let environment = Environment.git
      let repository = try Repository(
        openAt: Environment.currentDirectory, environment: environment)
      switch hook {
      case .preCommit, .preMergeCommit:
        return try judgeIndex(of: repository)
      case .referenceTransaction:
        return try judgeBranches(of: repository, state: arguments.first, arguments.dropFirst())
      }
    } catch {
      // What cannot be judged is refused.
      let failure = CommandFailure(error)
      failure.report()
      Console.explain(GateText.undecided)
      return failure.exitCode
    }
  }

  private static func judgeIndex(of repository: Repository) throws(GitError) -> Int32 {
    let change = try IndexGate.change(
      in: repository,
      author: Environment["GIT_AUTHOR_EMAIL"] ?? repository.authorAddress(),
      today: Environment.today)
    let verdict = try ChangeJudge(repository: repository, signatures: .leftToTheLock)
      .verdict(on: change)
    Console.explain(verdict.notes)
    guard verdict.isRefused else {
      Console.explain(GateText.thingsToDo(verdict))
      return 0
    }
    explain(verdict)
    Console.explain(
      GateText.refused(
        "this commit", wayOut: change.parents.count > 1 ? GateText.mergeWayOut : GateText.wayOut))
    return 1
  }

  /// The hook hands on as arguments the lines that it has read, and the others are on our input.
  private static func judgeBranches(
    of repository: Repository, state: String?, _ lines: ArraySlice<String>
  ) throws(GitError) -> Int32 {
    guard state == nil || state == "prepared" else { return 0 }
    let read = lines.map { $0 + "\n" }.joined()
    let moves = try ReferenceMove.parse(Array(read.utf8) + Input.all())
    let outcome = try BranchGate(repository: repository).outcome(of: moves)
    Console.explain(outcome.notes)
    guard let (commit, verdict) = outcome.refused else { return 0 }
    explain(verdict)
    let subject = String(
      decoding: commit.message.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    var name = "commit \(commit.id.description.prefix(12)) “\(subject.shortened(to: 60))”"
    if outcome.furtherRefusals > 0 { name += " and \(outcome.furtherRefusals) more" }
    Console.explain(
      GateText.refused(
        name.escapingControls,
        wayOut: GateText.wayOut(of: Operation.making(commit, in: repository))))
    return 1
  }

  /// Only what stops the change: what is still to do would hide it.
  private static func explain(_ verdict: Verdict) {
    let report = CheckReport(
      diagnostics: verdict.diagnostics.filter { $0.severity == .error },
      briefs: verdict.briefCount)
    Console.explain(
      report.rendered(
        as: .text, isColored: Console.usesColour(onErrors: true), tool: .handoff))
  }
}

/// What gates say besides their findings.
enum GateText {
  static let undecided = "handoff: what cannot be checked is refused; nothing was changed"

  static let wayOut = "mend the file, `git add` it and commit again"
  static let mergeWayOut =
    "mend the file and `git add` it, then `git merge --continue`; or `git merge --abort`"

  static func refused(_ what: String, wayOut: String) -> String {
    "handoff: \(what) was refused.\n  next: \(wayOut)"
  }

  /// One line of what is still to do, so that half a brief can be committed.
  static func thingsToDo(_ verdict: Verdict) -> [String] {
    let byBrief = Dictionary(grouping: verdict.diagnostics) { $0.brief ?? "" }
    return byBrief.sorted { $0.key < $1.key }.map { brief, warnings in
      let shown = warnings.prefix(3).map(\.message).joined(separator: "; ")
      let rest = warnings.count > 3 ? "; and \(warnings.count - 3) more" : ""
      let name = brief.isEmpty ? "handoff.yaml" : brief
      let next = brief.isEmpty ? "handoff check" : "handoff checklist \(brief)"
      return "handoff: \(name), still to do: \(shown)\(rest) (\(next))".escapingControls
    }
  }

  /// How a person goes on after a refused move of a branch.
  static func wayOut(of operation: Operation) -> String {
    switch operation {
    case .merge: mergeWayOut
    case .rebase:
      "mend the file, `git add` it, `git commit --amend`, then `git rebase --continue`; or "
        + "`git rebase --abort`"
    case .applyingPatches:
      "mend the file and `git add` it, then `git am --continue`; or `git am --abort`"
    case .cherryPick:
      "mend the file and `git add` it, then `git cherry-pick --continue`; or `git cherry-pick --abort`"
    case .revert:
      "`git reset --merge`; what a commit added is withdrawn with a reason, not reverted"
    case .fastForward: "`git reset --merge`; the branch stays where it was"
    case .commit: "mend the file, `git add` it, then `git commit -e -F .git/COMMIT_EDITMSG`"
    }
  }
}

extension Console {
  static func explain(_ lines: [String]) {
    for line in lines { explain(line) }
  }
}

extension CheckReport.Tool {
  static var handoff: Self { Self(version: Handoff.version, rules: []) }
}
