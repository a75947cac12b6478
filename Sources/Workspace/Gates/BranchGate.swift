internal import Diagnostics
package import Git
internal import Rules

/// The lock on local branches: judges every commit that a move would bring to a branch.
package struct BranchGate {
  /// What a move of branches would do.
  package struct Outcome {
    /// The first commit that is refused, with what is wrong with it.
    package var refused: (commit: Commit, verdict: Verdict)?

    /// Whether more commits of the move are refused.
    package var furtherRefusals = 0

    /// Sentences about what came from elsewhere or is left behind.
    package var notes: [String] = []
  }

  private let repository: Repository
  private let judge: ChangeJudge

  package init(repository: Repository) {
    self.repository = repository
    judge = ChangeJudge(repository: repository, concern: .errors)
  }

  /// Judges moves of branches; deletions, and moves to where a branch is, are none.
  package func outcome(of moves: [ReferenceMove]) throws(GitError) -> Outcome {
    var outcome = Outcome()
    var judged: Set<ObjectID> = []
    for move in moves {
      guard let new = move.new else { continue }
      let present = try repository.reference(move.reference)
      if present == new { continue }
      try judgeCommits(to: new, from: present, &judged, &outcome)
      if let present { try noteLeftBehind(present, new, move.reference, &outcome) }
    }
    return outcome
  }

  private func judgeCommits(
    to new: ObjectID, from present: ObjectID?, _ judged: inout Set<ObjectID>,
    _ outcome: inout Outcome
  ) throws(GitError) {
    // One commit on top is what nearly every move is: no walk is needed to find it.
    let tip = try repository.commit(new)
    if let present, tip.parents == [present], !judged.contains(new) {
      let verdict = try judge.verdict(on: Change(tip))
      if !verdict.isRefused {
        judged.insert(new)
        return
      }
    }
    var known = [present].compactMap { $0 }
    if present == nil { known = try repository.references("refs/heads/").map(\.id) }
    let fetched = try repository.references("refs/remotes/").map(\.id)
    for id in try repository.newCommits(to: new, without: known + fetched).reversed()
    where judged.insert(id).inserted {
      let commit = try repository.commit(id)
      let verdict = try judge.verdict(on: Change(commit))
      guard verdict.isRefused else { continue }
      if outcome.refused == nil {
        outcome.refused = (commit, verdict)
      } else {
        outcome.furtherRefusals += 1
      }
    }
    if present != nil, !fetched.isEmpty {
      try noteFetched(new, known: known, fetched: fetched, judged, &outcome)
    }
  }

  /// A person must be able to pull what a careless upstream let in: it is named, not refused.
  private func noteFetched(
    _ new: ObjectID, known: [ObjectID], fetched: [ObjectID], _ judged: Set<ObjectID>,
    _ outcome: inout Outcome
  ) throws(GitError) {
    let arriving = try repository.newCommits(to: new, without: known).filter {
      !judged.contains($0)
    }
    guard arriving.count <= BranchGate.fetchedLimit else { return }
    var bad: [Diagnostic] = []
    for id in arriving.reversed() {
      bad += try judge.verdict(on: Change(try repository.commit(id))).diagnostics
        .filter { $0.severity == .error }
    }
    guard let first = bad.first else { return }
    outcome.notes.append(
      "what you fetched came with \(bad.count) fault\(bad.count == 1 ? "" : "s") that a gate would "
        + "have refused, the first: \(first.message)")
  }

  /// How many fetched commits are looked into before a move; more are left to the audit.
  private static let fetchedLimit = 200

  /// Names the items that only the commits which the branch leaves behind have.
  private func noteLeftBehind(
    _ present: ObjectID, _ new: ObjectID, _ reference: String, _ outcome: inout Outcome
  ) throws(GitError) {
    if try repository.commit(new).parents.contains(present) { return }
    var others: [ObjectID] = [new]
    for other in try repository.references("refs/") where other.name != reference {
      // Git keeps what a move leaves behind under names of its own, which are no branch's.
      if try repository.commitID(of: other.id) != nil { others.append(other.id) }
    }
    let left = try repository.newCommits(to: present, without: others)
    guard !left.isEmpty, left.count <= BranchGate.fetchedLimit else { return }
    let items = try LeftBehindItems.names(in: left, missingFrom: new, repository)
    guard !items.isEmpty else { return }
    outcome.notes.append(
      "this leaves behind \(items.joined(separator: ", ")), which no other branch has; to bring "
        + "back what was committed: git branch kept \(present.description.prefix(12))")
  }
}
