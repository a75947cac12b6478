internal import Briefs
internal import Git
internal import Workspace

extension LifeReading {
  /// The newest approval of each role in a version, with what history says of it, sorted by role.
  ///
  /// What is on record never leaves. Where a version before had a newer one that was good, that was
  /// taken out, and the words were put back to what they were: the older one counts no more.
  func approvals(
    of step: BriefTrace.Step, _ proof: ApprovalProof, by policy: Policy?
  ) throws(GitError) -> [ProvenApproval] {
    let proofs = try proof.proofs(
      of: record.trace.brief(of: step), along: record.trace, from: step.commit, by: policy,
      at: tip)
    var result: [ProvenApproval] = []
    for proven in proofs {
      let newer = try newer(than: proven.approval, before: step, proof)
      result.append(newer.map { proven.refused($0.takenOut) } ?? proven)
    }
    return result
  }

  /// The newest good approval of the same role that versions before had; nil where none is newer.
  private func newer(
    than approval: Approval, before step: BriefTrace.Step, _ proof: ApprovalProof
  ) throws(GitError) -> Approval? {
    var newest = approval
    for earlier in record.history.steps(before: step) where earlier.sameEarlier.isEmpty {
      let brief = try record.trace.brief(of: earlier)
      guard let other = brief.newestApproval(as: approval.role), other.isLater(than: newest),
        try repository.isAncestor(earlier.commit, of: step.commit),
        try isGood(other, in: earlier, proof)
      else { continue }
      newest = other
    }
    return newest.isSameRecord(as: approval) ? nil : newest
  }

  /// Whether an approval was good where it was on record, whatever the words became since.
  private func isGood(
    _ approval: Approval, in step: BriefTrace.Step, _ proof: ApprovalProof
  ) throws(GitError) -> Bool {
    let proofs = try proof.proofs(
      of: record.trace.brief(of: step), along: record.trace, from: step.commit,
      by: policies.policy(at: step.commit), at: tip)
    return proofs.contains { proven in
      proven.approval.isSameRecord(as: approval) && (proven.objection == nil || proven.isUnknown)
    }
  }
}

extension Approval {
  /// Why an older one of its role does not count.
  fileprivate var takenOut: String {
    "a newer approval as \(role.shortened(to: 40)), of \(at.map { "\($0.date)" } ?? "?"), was "
      + "taken out"
  }
}
