internal import Diagnostics
internal import Git
internal import Workspace

/// The commits of a history that lead to one of its tips, each with what was found in it.
final class LaterCommits {
  private let history: CommitHistory
  private let commits: [AuditedCommit]
  private let isPast: [Bool]
  private let findings: [Int: Result<[Diagnostic], GitError>]
  private var latest: (position: Int, changes: [(PreparedChange, [Diagnostic])])?

  init(
    of history: CommitHistory, _ commits: [AuditedCommit], isPast: [Bool],
    _ findings: [Int: Result<[Diagnostic], GitError>]
  ) {
    (self.history, self.commits, self.isPast) = (history, commits, isPast)
    self.findings = findings
  }

  /// What the commits did that build on one, in the order of history, and what was wrong with it.
  func changes(after position: Int) -> [(change: PreparedChange, findings: [Diagnostic])] {
    if let latest, latest.position == position { return latest.changes }
    var follows = [Bool](repeating: false, count: commits.count)
    follows[position] = true
    var changes: [(PreparedChange, [Diagnostic])] = []
    for later in commits.indices.dropFirst(position + 1)
    where history.nodes[later].parents.contains(where: { follows[$0] }) {
      follows[later] = true
      if isPast[later], case .ready(let change) = commits[later].preparation {
        changes.append((change, (try? findings[later]?.get()) ?? []))
      }
    }
    latest = (position, changes)
    return changes
  }
}
