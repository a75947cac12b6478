internal import Diagnostics
internal import Git
internal import Workspace

/// The commits of a history that lead to one of its tips, each with what was found in it.
final class LaterCommits {
  private let history: CommitHistory
  private let commits: [AuditedCommit]
  private let isPast: [Bool]
  private let findings: [Int: Result<[Diagnostic], GitError>]
  private var latest: (position: Int, follows: [Bool])?

  /// The positions of the commits that touch a path.
  private lazy var positions: [[UInt8]: [Int]] = {
    var positions: [[UInt8]: [Int]] = [:]
    for position in commits.indices where isPast[position] {
      guard case .ready(let change) = commits[position].preparation else { continue }
      for path in change.allPaths { positions[path, default: []].append(position) }
    }
    return positions
  }()

  init(
    of history: CommitHistory, _ commits: [AuditedCommit], isPast: [Bool],
    _ findings: [Int: Result<[Diagnostic], GitError>]
  ) {
    (self.history, self.commits, self.isPast) = (history, commits, isPast)
    self.findings = findings
  }

  /// What the commits did that build on one and touch one of some paths, in the order of history,
  /// and what was wrong with it.
  func changes(
    after position: Int, at paths: Set<[UInt8]>
  ) -> [(change: PreparedChange, findings: [Diagnostic])] {
    let touching = Set(paths.flatMap { positions[$0] ?? [] })
    guard touching.contains(where: { $0 > position }) else { return [] }
    let follows = follows(position)
    return touching.filter { $0 > position && follows[$0] }.sorted().compactMap { later in
      guard case .ready(let change) = commits[later].preparation else { return nil }
      return (change, (try? findings[later]?.get()) ?? [])
    }
  }

  /// Whether each commit builds on one.
  private func follows(_ position: Int) -> [Bool] {
    if let latest, latest.position == position { return latest.follows }
    var follows = [Bool](repeating: false, count: commits.count)
    follows[position] = true
    for later in commits.indices.dropFirst(position + 1) {
      follows[later] = history.nodes[later].parents.contains { follows[$0] }
    }
    latest = (position, follows)
    return follows
  }
}
