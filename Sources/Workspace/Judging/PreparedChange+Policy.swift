package import Briefs
package import Diagnostics
package import Git
internal import Rules

extension PreparedChange {
  /// Whether the change gives another policy than some parent has, or takes it away.
  package var changesPolicy: Bool {
    law.policy.map { $0.isChanged || $0.result == nil || !$0.overruled.isEmpty } ?? false
  }

  /// The policy that judges the change.
  package var judgingPolicy: Policy? { law.policy?.judging }

  /// Whether the change joins lines of history that began apart.
  package var isJoining: Bool { law.policy?.isJoining ?? false }

  /// What is wrong with what the change does to the policy.
  package func policyDiagnostics(
    in repository: Repository, _ store: BlobStore
  ) throws(GitError) -> [Diagnostic] {
    guard changesPolicy, let policy = law.policy else { return [] }
    let earlier =
      policy.parents.isEmpty
      ? try PolicyInForce.newest(before: change, in: repository, store) : nil
    return PolicyChange(
      before: policy.parents, earlier: earlier, after: policy.result,
      judging: policy.parents.isEmpty ? nil : policy.judging, overruled: policy.overruled,
      isJoining: policy.isJoining, author: change.author, day: latestDay
    ).diagnostics
  }

  /// The day of the change, but none before its parents': who left cannot come back by a clock that
  /// they set themselves.
  private var latestDay: CalendarDate { max(change.day, parentDay ?? change.day) }
}
