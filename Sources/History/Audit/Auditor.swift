package import Briefs
package import Git
internal import Workspace

/// Judges a history, commit by commit, with the engine of the gates.
///
/// Trees are compared in the order of history; then the briefs are judged in the order of their
/// paths, so that each version is taken apart once, while the one before it is at hand. Nothing is
/// kept from one audit to the next.
package struct Auditor {
  /// Is told how much of the whole is done.
  package typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

  let repository: Repository
  let replay: Replay?
  let since: CalendarDate?
  private let progress: Progress

  /// An auditor of a repository; `replay` is a policy that judges instead of those in force, and
  /// commits before `since` are judged and not told of.
  package init(
    repository: Repository, replay: Policy? = nil, since: CalendarDate? = nil,
    progress: @escaping Progress = { _, _ in }
  ) {
    self.repository = repository
    self.replay = replay.map { Replay($0) }
    self.since = since
    self.progress = progress
  }

  /// Judges all commits that lead to some tips, each once.
  package func audit(_ tips: AuditedTips) throws(GitError) -> Audit {
    let history = try CommitHistory(of: tips.tips.map(\.commit), in: repository)
    let meter = Meter(total: 2 * history.nodes.count, progress)
    var commits = try prepared(history, meter)
    try judgeLawless(&commits, history)
    let lawful = judgeByLawfulPolicies(&commits)
    let reading = try judged(commits, meter)
    let all = try violations(commits, history, reading, lawful, tips)
    let gaps = gaps(commits, reading.findings, history)
    let unread = Set(gaps.filter { $0.extent != .author }.map(\.commit))
    let lawlessCount = zip(history.nodes, commits).count {
      $1.isLawless && !unread.contains($0.id)
    }
    return Audit(
      tip: tips.tips.first?.commit, commitCount: history.nodes.count,
      judgedCount: history.nodes.count - lawlessCount - unread.count, lawlessCount: lawlessCount,
      violations: all.violations, gaps: tips.gaps + gaps + all.gaps,
      replacementCount: try repository.references("refs/replace/").count,
      hasGrafts: repository.hasGrafts)
  }

  private func prepared(
    _ history: CommitHistory, _ meter: Meter
  ) throws(GitError) -> [AuditedCommit] {
    let (nodes, replay) = (history.nodes, replay)
    return try Workers.map(
      nodes.count, portion: 512, of: repository,
      start: { repository in
        (
          repository,
          ChangePreparation(
            repository: repository, store: BlobStore(repository: repository, keeping: 64))
        )
      }, report: { meter.add($0) }
    ) { state, position in
      AuditedCommit(nodes[position], replaying: replay, in: state.0, state.1)
    }
  }

  /// A history that takes the policy away is judged by the newest that it had.
  ///
  /// A gate that requires one refuses such commits outright; here what they lose is to be named.
  private func judgeLawless(
    _ commits: inout [AuditedCommit], _ history: CommitHistory
  ) throws(GitError) {
    guard commits.contains(where: \.isLawless) else { return }
    let store = BlobStore(repository: repository)
    let preparation = ChangePreparation(repository: repository, store: store)
    var newest = [TreeEntry?](repeating: nil, count: commits.count)
    var replays: [TreeEntry: Replay] = [:]
    for (position, node) in history.nodes.enumerated() {
      let before = node.parents.lazy.compactMap { newest[$0] }.first
      // A tree that cannot be read has failed before, where it is told.
      newest[position] = (try? repository.policyEntry(inTree: node.tree)) ?? before
      guard case .lawless(let change) = commits[position].preparation, let before else { continue }
      do throws(GitError) {
        let policy = try store.policy(before)
        let replay = replays[before] ?? Replay(policy)
        replays[before] = replay
        let question = ChangePreparation.Question(replay: replay)
        if let prepared = try preparation.prepare(change, question) {
          commits[position].preparation = .ready(prepared)
        }
      } catch {
        commits[position].preparation = .failed(error)
      }
    }
  }
}

extension Auditor {
  /// Judges what was made under an unlawful policy by the one before; gives which counts for whom.
  private func judgeByLawfulPolicies(_ commits: inout [AuditedCommit]) -> [ObjectID: TreeEntry] {
    var policies = LawfulPolicies(in: repository)
    for position in commits.indices {
      guard case .ready(let change) = commits[position].preparation else { continue }
      do throws(GitError) {
        let isMalformed = commits[position].malformation != nil
        if let lawful = try policies.look(at: change, isMalformed: isMalformed) {
          commits[position].preparation = .ready(lawful)
        }
      } catch {
        commits[position].preparation = .failed(error)
      }
    }
    return policies.instead
  }
}

extension AuditedCommit {
  fileprivate var isLawless: Bool {
    if case .lawless = preparation { true } else { false }
  }
}
