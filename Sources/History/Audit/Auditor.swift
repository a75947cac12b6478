package import Briefs
internal import Diagnostics
package import Git
internal import Rules
internal import Synchronization
internal import Workspace

/// Judges a history, commit by commit, with the engine of the gates.
///
/// Trees are compared in the order of history; then the briefs are judged in the order of their
/// paths, so that each version is taken apart once, while the one before it is at hand. Nothing is
/// kept from one audit to the next.
package struct Auditor {
  /// Is told how much of the whole is done.
  package typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

  private let repository: Repository
  private let replay: Policy?
  private let since: CalendarDate?
  private let progress: Progress

  /// An auditor of a repository; `replay` is a policy that judges instead of those in force, and
  /// commits before `since` are judged and not told of.
  package init(
    repository: Repository, replay: Policy? = nil, since: CalendarDate? = nil,
    progress: @escaping Progress = { _, _ in }
  ) {
    self.repository = repository
    self.replay = replay
    self.since = since
    self.progress = progress
  }

  /// Judges all commits that lead to some tips, each once.
  package func audit(_ tips: AuditedTips) throws(GitError) -> Audit {
    let history = try CommitHistory(of: tips.tips.map(\.commit), in: repository)
    let meter = Meter(total: 2 * history.nodes.count, progress)
    var commits = try prepared(history, meter)
    let table = PathTable(of: commits)
    try judgeLawless(&commits, history)
    let findings = try judged(commits, table, meter)
    let wanted = wanted(commits, history)
    let all = try violations(commits, findings, wanted, tips, history, table)
    return Audit(
      tip: tips.tips.first?.commit, commitCount: history.nodes.count, violations: all.violations,
      gaps: tips.gaps + gaps(commits, findings, history) + all.gaps,
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
    let store = BlobStore(repository: repository)
    let preparation = ChangePreparation(repository: repository, store: store)
    var newest = [TreeEntry?](repeating: nil, count: commits.count)
    for (position, node) in history.nodes.enumerated() {
      let before = node.parents.lazy.compactMap { newest[$0] }.first
      newest[position] = commits[position].policy ?? before
      guard case .lawless = commits[position].preparation, let before else { continue }
      do throws(GitError) {
        let question = ChangePreparation.Question(replay: try store.policy(before))
        if let change = try preparation.prepare(commits[position].change, question) {
          commits[position].preparation = .ready(change)
        }
      } catch {
        commits[position].preparation = .failed(error)
      }
    }
  }

  /// What the rules find in each commit, by its position.
  private func judged(
    _ commits: [AuditedCommit], _ table: PathTable?, _ meter: Meter
  ) throws(GitError) -> [Int: Result<[Diagnostic], GitError>] {
    let work = commits.enumerated().compactMap { position, commit in
      if case .ready(let change) = commit.preparation {
        (position: position, change: change)
      } else {
        nil
      }
    }.sorted { $0.change.precedes($1.change) }
    meter.add(commits.count - work.count)
    let results = try Workers.map(
      work.count, portion: max(64, min(2_048, work.count / 16)), of: repository,
      start: { repository in
        ChangeJudge(
          repository: repository, concern: .errors,
          store: BlobStore(repository: repository, keeping: 256), table: table)
      }, report: { meter.add($0) }
    ) { judge, index -> Result<[Diagnostic], GitError> in
      do throws(GitError) {
        let verdict = try judge.verdict(on: work[index].change)
        return .success(verdict.diagnostics.filter { $0.severity == .error })
      } catch {
        return .failure(error)
      }
    }
    var findings: [Int: Result<[Diagnostic], GitError>] = [:]
    for (index, result) in results.enumerated() {
      if case .success(let none) = result, none.isEmpty { continue }
      findings[work[index].position] = result
    }
    return findings
  }

  /// The positions of the commits that are told of: made since the day, by any of their clocks or
  /// those of the commits before them, so that a backdated one cannot hide.
  private func wanted(_ commits: [AuditedCommit], _ history: CommitHistory) -> [Bool] {
    guard let since else { return commits.map { _ in true } }
    let first = Int64(since.dayNumber) * 86_400
    var latest = [Int64](repeating: .min, count: commits.count)
    for (position, node) in history.nodes.enumerated() {
      let own = max(node.seconds, commits[position].author?.seconds ?? node.seconds)
      latest[position] = node.parents.reduce(own) { max($0, latest[$1]) }
    }
    return latest.map { $0 >= first }
  }

  private func violations(
    _ commits: [AuditedCommit], _ findings: [Int: Result<[Diagnostic], GitError>],
    _ wanted: [Bool], _ tips: AuditedTips, _ history: CommitHistory, _ table: PathTable?
  ) throws(GitError) -> (violations: [Violation], gaps: [AuditGap]) {
    let places = tips.places(in: history)
    let told = Dictionary(grouping: findings.keys.filter { wanted[$0] }) { places[$0] }
    var violations: [Int: [Violation]] = [:]
    var gaps: [AuditGap] = []
    for (place, positions) in told.sorted(by: { $0.key < $1.key }) {
      let tip = tips.tips[place]
      let firstRecords = commits.firstRecords(among: tips.past(of: place, in: history))
      let standing = Result { () throws(GitError) in
        try Standing(
          at: tip.commit, replaying: replay, in: repository, table, firstRecords: firstRecords)
      }
      for position in positions.sorted() {
        guard case .success(let diagnostics) = findings[position],
          case .ready(let change) = commits[position].preparation,
          let id = change.change.commit
        else { continue }
        var answers: [Bool]
        do throws(GitError) {
          answers = try standing.get().areStanding(diagnostics, of: change)
        } catch {
          answers = diagnostics.map { _ in true }
          gaps.append(AuditGap(commit: id, extent: .standing, error: error))
        }
        violations[position] = zip(diagnostics, answers).map { diagnostic, isStanding in
          Violation(
            commit: id, author: commits[position].author, committer: commits[position].committer,
            diagnostic: diagnostic, isStanding: isStanding, reference: tip.name)
        }
      }
    }
    return (violations.sorted { $0.key < $1.key }.flatMap(\.value), gaps)
  }

  private func gaps(
    _ commits: [AuditedCommit], _ findings: [Int: Result<[Diagnostic], GitError>],
    _ history: CommitHistory
  ) -> [AuditGap] {
    let cuts = Dictionary(history.cuts.map { ($0.commit, $0.error) }) { first, _ in first }
    var gaps: [AuditGap] = []
    for (position, commit) in commits.enumerated() {
      let id = history.nodes[position].id
      if let error = commit.malformation {
        gaps.append(AuditGap(commit: id, extent: .author, error: error))
      }
      if let error = cuts[id] {
        gaps.append(AuditGap(commit: id, extent: .past, error: error))
      } else if case .failed(let error) = commit.preparation {
        gaps.append(AuditGap(commit: id, extent: .commit, error: error))
      } else if case .failure(let error) = findings[position] {
        gaps.append(AuditGap(commit: id, extent: .commit, error: error))
      }
    }
    return gaps
  }
}

/// Counts what is done, from all cores.
private final class Meter: Sendable {
  private let total: Int
  private let progress: Auditor.Progress
  private let done = Mutex(0)

  init(total: Int, _ progress: @escaping Auditor.Progress) {
    self.total = total
    self.progress = progress
  }

  func add(_ count: Int) {
    done.withLock { done in
      done += count
      progress(done, total)
    }
  }
}

extension [AuditedCommit] {
  /// The source records as they were first put there, by the commits at some positions.
  fileprivate func firstRecords(among positions: [Int]) -> [[UInt8]: TreeEntry] {
    var records: [[UInt8]: TreeEntry] = [:]
    for position in positions {
      guard case .ready(let change) = self[position].preparation else { continue }
      for (path, entry) in change.records where records[path] == nil { records[path] = entry }
    }
    return records
  }
}

extension PathTable {
  /// The paths of all trees of a history; nil where not all of them are known.
  fileprivate init?(of commits: [AuditedCommit]) {
    self.init()
    for commit in commits {
      guard let arrivals = commit.arrivals else { return nil }
      for path in arrivals { insert(path) }
      if case .ready(let change) = commit.preparation {
        for path in change.changedPaths { insert(path) }
      }
    }
  }
}

extension PreparedChange {
  /// The order of the briefs that the changes are about.
  fileprivate func precedes(_ other: PreparedChange) -> Bool {
    firstPath.lexicographicallyPrecedes(other.firstPath)
  }
}
