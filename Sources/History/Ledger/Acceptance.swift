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

  /// The approvals that its words had later, while the brief said that it was accepted: where they
  /// are others than those of the commit that said so first, or lacked some then; else nil.
  package let laterApprovals: AcceptedApprovals?

  /// Whether its words had all that they needed, as far as that is known.
  var isWhole: Bool { laterApprovals != nil || approvals?.lacks.isEmpty ?? true }
}

extension LifeReading {
  /// The last acceptance with all that it needed among the steps that lead to a commit, the newest
  /// of which is first, and the last one since then without; where none had all, the last one.
  func acceptances(
    among steps: [BriefTrace.Step], _ proof: ApprovalProof?, _ deeds: inout DeedReader
  ) throws(GitError) -> (last: Acceptance?, unmet: Acceptance?) {
    var unmet: Acceptance?
    var steps = steps
    while true {
      let (accepted, beginnings) = try record.acceptedSteps(among: steps)
      if accepted.isEmpty { return (unmet, nil) }
      if let first = beginnings.first(where: { !$0.isCutShort }) ?? beginnings.first {
        let acceptance = try acceptance(in: first, accepted, proof, &deeds)
        if acceptance.isWhole { return (acceptance, unmet) }
        unmet = unmet ?? acceptance
      }
      let told = Set(accepted.map(\.commit))
      steps.removeAll { told.contains($0.commit) }
    }
  }

  /// The acceptance in the first of some accepted steps, the newest of which is first.
  private func acceptance(
    in first: BriefTrace.Step, _ accepted: [BriefTrace.Step], _ proof: ApprovalProof?,
    _ deeds: inout DeedReader
  ) throws(GitError) -> Acceptance {
    var approvals: AcceptedApprovals?
    if let proof, !first.isCutShort { approvals = try self.approvals(ofAccepted: first, proof) }
    let agreed = try newestAgreed(
      among: record.history.order.steps(of: accepted, from: first), to: first, approvals, proof)
    return Acceptance(
      deed: deeds.deed(first.commit), isCutShort: first.isCutShort,
      isBehindUnread: first.isBehindUnread, last: agreed.step.commit, approvals: approvals,
      laterApprovals: agreed.approvals)
  }

  /// The newest of some accepted steps with words that were agreed to: those of the acceptance where
  /// it had the approvals that it needed, or such as have all that they need themselves, and those.
  private func newestAgreed(
    among accepted: [BriefTrace.Step], to first: BriefTrace.Step, _ given: AcceptedApprovals?,
    _ proof: ApprovalProof?
  ) throws(GitError) -> (step: BriefTrace.Step, approvals: AcceptedApprovals?) {
    let words = try record.trace.brief(of: first)
    let isWhole = given?.lacks.isEmpty ?? true
    var refused: BriefTrace.Step?
    var newest: BriefTrace.Step?
    for step in accepted {
      if refused.map({ $0.hasSameFile(as: step) }) ?? false { continue }
      let hasSameWords = try record.trace.brief(of: step).hasSameCoveredWords(as: words)
      if hasSameWords { newest = newest ?? step }
      if hasSameWords, isWhole { return (step, nil) }
      guard let proof, let approvals = try approvals(ofAccepted: step, proof) else {
        return (step, nil)
      }
      if approvals.lacks.isEmpty, approvals.takeover == nil { return (step, approvals) }
      refused = step
    }
    return (newest ?? first, nil)
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
