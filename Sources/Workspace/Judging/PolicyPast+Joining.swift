package import Briefs
package import Git

extension PolicyPast {
  /// A merge that joins lines of history that began apart, and the policy that judges it.
  struct Joining {
    let merge: ObjectID
    let policy: Policy
  }

  /// The merges up to a tip through which a commit came to a line that it did not begin with.
  ///
  /// Most histories have one beginning, and none.
  func joinings(of commit: ObjectID, upTo tip: ObjectID) throws(GitError) -> [Joining] {
    guard beginnings.count > 1, !repository.isShallow else { return [] }
    var others = 0
    for beginning in beginnings where try repository.isAncestor(beginning, of: tip) {
      if try !repository.isAncestor(beginning, of: commit) { others += 1 }
    }
    if others == 0 { return [] }
    var joinings: [Joining] = []
    for id in try repository.commits(reachableFrom: [tip], notFrom: [commit]) {
      let outline = try repository.outline(of: id)
      guard outline.parents.count > 1, try repository.isAncestor(commit, of: id) else { continue }
      // Which policy judges it does not depend on who made it.
      let change = Change(
        malformed: id, tree: outline.tree, parents: outline.parents, seconds: outline.seconds)
      guard
        let policy = try PolicyInForce.of(
          change, lawful: lawful(for: change), in: repository, store),
        policy.isJoining, try !isJudgedHere(commit, change, policy)
      else { continue }
      joinings.append(Joining(merge: id, policy: policy.judging))
    }
    return joinings
  }

  /// The policy that says at a tip what a commit needed: the one that judged it, or the one of the
  /// newest merge by which it came to a line of history that it did not begin with.
  package func judging(
    _ commit: Commit, upTo tip: ObjectID
  ) throws(GitError) -> Policy? {
    // What cannot be read is named where history is looked through.
    if let joining = (try? joinings(of: commit.id, upTo: tip))?.first { return joining.policy }
    return try judging(Change(commit))
  }

  /// Whether a parent has a commit that the policy of the merge judged as well.
  private func isJudgedHere(
    _ commit: ObjectID, _ change: Change, _ policy: PolicyInForce
  ) throws(GitError) -> Bool {
    for (parent, judgement) in zip(change.parents, policy.priorJudgements) {
      guard case .here = judgement else { continue }
      if try repository.isAncestor(commit, of: parent) { return true }
    }
    return false
  }
}
