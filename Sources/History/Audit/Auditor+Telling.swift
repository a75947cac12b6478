internal import Briefs
internal import Diagnostics
internal import Git
internal import Rules
internal import Workspace

extension Auditor {
  /// The positions of the commits that are told of: made since the day, by any of their clocks or
  /// those of the commits before them, so that a backdated one cannot hide.
  private func wanted(_ commits: [AuditedCommit], _ history: CommitHistory) -> [Bool] {
    guard let since else { return commits.map { _ in true } }
    let first = Int64(since.dayNumber) * 86_400
    var latest = [Int64](repeating: .min, count: commits.count)
    for (position, node) in history.nodes.enumerated() {
      let own = max(node.seconds, commits[position].authorSeconds ?? node.seconds)
      latest[position] = node.parents.reduce(own) { max($0, latest[$1]) }
    }
    return latest.map { $0 >= first }
  }

  /// What is told of the findings, and of which it is not known whether they stand.
  func violations(
    _ commits: [AuditedCommit], _ history: CommitHistory, _ reading: Findings,
    _ lawful: [ObjectID: TreeEntry], _ tips: AuditedTips
  ) throws(GitError) -> (violations: [Violation], gaps: [AuditGap]) {
    let wanted = wanted(commits, history)
    let told = reading.findings.keys.filter { wanted[$0] }.sorted()
    var violations: [Int: [Violation]] = [:]
    var gaps: [AuditGap] = []
    for place in told.isEmpty ? [] : tips.leading(in: history) {
      let tip = tips.tips[place]
      let isPast = tips.past(of: place, in: history)
      let standing = Result { () throws(GitError) in
        try Standing(
          at: tip.commit, replaying: replay, in: repository, reading.table, reading.successions,
          lawful: lawful,
          later: LaterCommits(of: history, commits, isPast: isPast, reading.findings)
        )
      }
      for position in told where isPast[position] {
        let known = violations[position]
        guard case .success(let diagnostics) = reading.findings[position],
          case .ready(let change) = commits[position].preparation,
          let id = change.change.commit, !(known?.allSatisfy(\.isStanding) ?? false)
        else { continue }
        var outcomes: [Outcome]
        do throws(GitError) {
          outcomes = try standing.get().outcomes(of: diagnostics, on: change, at: position)
        } catch {
          outcomes = diagnostics.map { _ in .stands }
          gaps.append(AuditGap(commit: id, extent: .standing, error: error))
        }
        // Where its header is not git's own, the commit is a gap, and nobody is named.
        let commit = try? repository.commit(id)
        violations[position] = diagnostics.indices.map { index in
          if let known, known[index].outcome.weight >= outcomes[index].weight {
            return known[index]
          }
          return Violation(
            commit: id, author: commit?.author, committer: commit?.committer,
            isMerge: change.change.parents.count > 1, diagnostic: diagnostics[index],
            outcome: outcomes[index], reference: tip.name)
        }
      }
    }
    return (violations.sorted { $0.key < $1.key }.flatMap(\.value).namingWhatComesBack(), gaps)
  }

  /// The commits of which not all is known.
  func gaps(
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

extension [Violation] {
  /// The violations in the order of history, those by which a brief is lost with what stood before.
  fileprivate func namingWhatComesBack() -> [Violation] {
    var standing: [String: [ObjectID]] = [:]
    var lost: Set<[String]> = []
    for violation in self where violation.diagnostic.rule == DroppedBrief.documentation.id {
      lost.insert([violation.commit.description, violation.diagnostic.brief ?? ""])
    }
    var result = self
    for index in indices where self[index].isStanding {
      guard let brief = self[index].diagnostic.brief else { continue }
      let commit = self[index].commit
      if self[index].diagnostic.rule == DroppedBrief.documentation.id {
        result[index].standingBefore = (standing[brief] ?? []).filter { $0 != commit }
      } else {
        result[index].isLostWithBrief = lost.contains([commit.description, brief])
      }
      if standing[brief]?.last != commit { standing[brief, default: []].append(commit) }
    }
    return result
  }
}
