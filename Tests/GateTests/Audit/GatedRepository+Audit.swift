import Briefs
import Diagnostics
import Git
import History
import Rules
import TestSupport
import Testing
import Workspace

extension GatedRepository {
  /// Audits the history of a revision.
  func audit(
    _ revision: String = "HEAD", policy: String? = nil, since: String? = nil,
    at path: String? = nil
  ) throws -> Audit {
    let opened = try repository.open(at: path)
    let replay = policy.map { Policy(reading: SourceText($0)) }
    return try Auditor(
      repository: opened, replay: replay, since: since.flatMap { CalendarDate($0) }
    ).audit(AuditedTips(opened.resolve(revision)))
  }

  /// Commits all that changed with the hooks off.
  @discardableResult
  func commitUnseen(_ arguments: String...) throws -> ObjectID {
    try setHooks(on: false)
    try repository.git("add", "-A")
    let output = try repository.attempt(["commit", "-q", "-m", "change"] + arguments)
    #expect(output.status == 0, "\(output.errorText)")
    return try repository.id("HEAD")
  }

  /// What a gate says of a commit that is there.
  func refusals(of commit: ObjectID) throws -> [Diagnostic] {
    let opened = try repository.open()
    return try ChangeJudge(repository: opened, concern: .errors)
      .verdict(on: Change(opened.commit(commit))).diagnostics.filter { $0.severity == .error }
  }
}

extension Audit {
  /// What it says of one commit.
  func violations(of commit: ObjectID) -> [Violation] {
    violations.filter { $0.commit == commit }
  }

  /// The rules and items of a commit's violations, each with whether it stands.
  func summary(of commit: ObjectID) -> Set<String> {
    Set(
      violations(of: commit).map { violation in
        let found = violation.diagnostic
        let place = [found.brief, found.item].compactMap { $0 }.joined(separator: "/")
        return "\(found.rule) \(place) \(violation.isStanding ? "stands" : "is mended")"
      })
  }
}
