package import Briefs
internal import Diagnostics
internal import Git
package import Workspace

/// The approvals that an accepted version of a brief needed, and those that it had.
package struct AcceptedApprovals: Sendable {
  /// The roles that had to approve.
  package let needed: [String]

  /// The newest approval of each of them, as it was on record in that version.
  package let given: [ProvenApproval]

  /// Under whose word the brief was taken over in a later state, for which none is asked.
  package let takeover: Policy.Takeover?

  /// What was missing: each role without an approval that counts, and why.
  package var lacks: [String] {
    needed.compactMap { role in
      guard let approval = given.first(where: { $0.approval.role == role }) else {
        return "nobody approved it as \(role.shortened(to: 40))"
      }
      if approval.counts || approval.isUnknown { return nil }
      return "the \(role.shortened(to: 40)) approval by \(approval.person) does not count: "
        + (approval.objection ?? "it does not cover the words that were accepted")
    }
  }
}

extension LifeReading {
  /// The approvals of an accepted version; nil where nothing said then who may approve what.
  func approvals(
    ofAccepted step: BriefTrace.Step, _ proof: ApprovalProof
  ) throws(GitError) -> AcceptedApprovals? {
    // What cannot be read of the commit is a gap of the record already.
    guard let commit = try? repository.commit(step.commit),
      let policy = try policies.judging(commit, upTo: tip)
    else { return nil }
    let brief = try record.trace.brief(of: step)
    var needed = policy.neededRoles(of: brief, on: Change(commit).day)
    var takeover: Policy.Takeover?
    if !needed.isEmpty, brief.approvals.isEmpty {
      takeover = policy.imported.first { $0.id == brief.id }
      if takeover != nil { needed = [] }
    }
    let given = try approvals(of: step, proof, by: policy)
    return AcceptedApprovals(
      needed: needed, given: given.filter { needed.contains($0.approval.role) },
      takeover: takeover)
  }
}

extension ProvenApproval {
  /// Whether the history that is here is too short to tell whether it counts.
  package var isUnknown: Bool {
    if case .cutShort = proof { return refusal == nil }
    return false
  }
}
