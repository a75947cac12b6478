internal import Briefs
package import Git
internal import Workspace

/// The last time that a handoff was accepted.
package struct Acceptance: Sendable {
  /// The commit that said so first; of history that is cut short, the first that can be read.
  package let deed: Deed

  /// Whether the commit before that one cannot be read, so that somebody else may have accepted it.
  package let isCutShort: Bool

  /// Whether that is since only the file cannot be read there, and history goes on before it.
  package let isBehindUnread: Bool

  /// The newest commit that has the words that were accepted.
  ///
  /// Words that came in later without the approvals that they need are not.
  package let last: ObjectID

  /// The approvals that it needed and had; nil where that is not known.
  package let approvals: AcceptedApprovals?
}

extension LifeReading {
  /// The last acceptance among the steps that lead to a commit, the newest of which is first; nil
  /// where there is none.
  func acceptance(
    among steps: [BriefTrace.Step], _ proof: ApprovalProof?, _ deeds: inout DeedReader
  ) throws(GitError) -> Acceptance? {
    let (accepted, beginnings) = try record.acceptedSteps(among: steps)
    guard let first = beginnings.first(where: { !$0.isCutShort }) ?? beginnings.first else {
      return nil
    }
    var approvals: AcceptedApprovals?
    if let proof, !first.isCutShort { approvals = try self.approvals(ofAccepted: first, proof) }
    return Acceptance(
      deed: deeds.deed(first.commit), isCutShort: first.isCutShort,
      isBehindUnread: first.isBehindUnread,
      last: try newestAgreed(among: accepted, to: first, proof).commit, approvals: approvals)
  }

  /// The newest of some accepted steps with words that were agreed to: those of the acceptance, or
  /// others with all approvals that they need.
  private func newestAgreed(
    among accepted: [BriefTrace.Step], to first: BriefTrace.Step, _ proof: ApprovalProof?
  ) throws(GitError) -> BriefTrace.Step {
    let words = try record.trace.brief(of: first)
    var refused: BriefTrace.Step?
    for step in accepted {
      if refused.map({ $0.hasSameFile(as: step) }) ?? false { continue }
      if try record.trace.brief(of: step).hasSameCoveredWords(as: words) { return step }
      guard let proof, let approvals = try approvals(ofAccepted: step, proof) else { return step }
      if approvals.lacks.isEmpty, approvals.takeover == nil { return step }
      refused = step
    }
    return first
  }
}

extension BriefRecord {
  /// The steps in which a brief is accepted or later without a break, the newest first, and those of
  /// them where that begins.
  fileprivate func acceptedSteps(
    among steps: [BriefTrace.Step]
  ) throws(GitError) -> (all: [BriefTrace.Step], beginnings: [BriefTrace.Step]) {
    var all: [BriefTrace.Step] = []
    var pending: Set<ObjectID> = []
    var beginnings: [BriefTrace.Step] = []
    for step in steps where all.isEmpty || pending.remove(step.commit) != nil {
      guard try isAccepted(step) else { continue }
      all.append(step)
      var before: [ObjectID] = []
      for earlier in history.order.before(step).compactMap({ self.step($0) })
      where try isAccepted(earlier) {
        before.append(earlier.commit)
      }
      if before.isEmpty { beginnings.append(step) }
      pending.formUnion(before)
    }
    return (all, beginnings)
  }

  /// Whether a version says that it is accepted, or something later.
  func isAccepted(_ step: BriefTrace.Step) throws(GitError) -> Bool {
    let brief = try trace.brief(of: step)
    return brief.isSound && brief.status?.isAcceptedOrLater ?? false
  }
}
