internal import Briefs
internal import Git
internal import Workspace

/// Reads one life of a brief up to a commit into an answer.
struct LifeReading {
  let record: BriefRecord
  let tip: ObjectID
  let repository: Repository
  let store: BlobStore
  let policies: PolicyPast

  /// The lists whose items the answer tells of, in its order.
  let lists: [ItemList]

  func life(
    endedBy departure: Departure?, _ deeds: inout DeedReader
  ) throws(GitError) -> BriefLife? {
    guard let step = record.step(tip) else { return nil }
    let brief = try record.trace.brief(of: step)
    let steps = record.steps(upTo: tip)
    let walked = Set(steps.map(\.commit))
    let isCutShort = record.trace.cuts.contains { walked.contains($0.commit) }
    let proof = try approvalProof()
    let (acceptance, unmetAcceptance) = try acceptances(among: steps, proof, &deeds)
    let agreed = acceptance.flatMap { record.step($0.last) }
    let words = try agreed.map { (step) throws(GitError) in try record.trace.brief(of: step) }
    let isAtWork = try isBackAtWork(steps)
    let isReworded = !isAtWork && !(words?.hasSameCoveredWords(as: brief) ?? true)
    let accepted = isAtWork || isReworded ? agreed : nil
    let shown = accepted == nil ? nil : words
    let revisions = try SummaryRevisions(of: brief, along: record.trace, upTo: tip)
    let evidence = ItemEvidence(
      approvals: try approvals(accepted: accepted, last: step, steps, proof), revisions: revisions,
      isCutShort: isCutShort)
    var items = try ItemReading(
      record: record, tip: tip, brief: brief, accepted: shown, acceptedAt: accepted?.commit,
      lists: lists
    ).items(evidence, &deeds)
    items.sort { order(of: $0) < order(of: $1) }
    let root = steps.last { record.history.order.before($0).isEmpty }
    return BriefLife(
      id: record.id, number: record.number(ofLifeWith: tip), path: step.path, brief: brief,
      tip: tip, began: root.flatMap { $0.isCutShort || $0.isUnread ? nil : deeds.deed($0.commit) },
      ended: departure.map { deeds.deed($0.commit) },
      acceptance: acceptance, unmetAcceptance: unmetAcceptance,
      isBackInReview: accepted != nil && !isReworded, isReworded: isReworded, items: items,
      isCutShort: isCutShort, isUnread: step.isUnread,
      namesakes: departure == nil ? try record.namesakes(at: tip, in: repository, store) : [],
      unmatchedEmails: revisions.unmatched.count)
  }

  /// Whether the brief is being worked on, or was when it was cancelled, so that the words accepted
  /// last are the answer; of some steps the newest is first.
  private func isBackAtWork(_ steps: [BriefTrace.Step]) throws(GitError) -> Bool {
    for step in steps {
      switch try record.trace.brief(of: step).status {
      case .cancelled: continue
      case .accepted, .started, .done: return false
      case .draft, .review, .returned, nil: return true
      }
    }
    return false
  }

  /// The place among the items of the answer: by list, and those that are gone last.
  private func order(of item: LedgerItem) -> Int {
    let place = lists.firstIndex(of: item.item.list) ?? 0
    return 3 * place + (item.standing == .stands ? 0 : item.standing == .withdrawn ? 1 : 2)
  }

  /// Proves approvals by the policies that counted; nil where the last version has none.
  private func approvalProof() throws(GitError) -> ApprovalProof? {
    try policies.policy(at: tip).map { policy in
      ApprovalProof(in: repository, store, policy: policy, past: policies)
    }
  }

  /// The newest approval of each role in the version that is shown, with the words that it was given
  /// for; where that is one accepted before, also those that came since.
  private func approvals(
    accepted: BriefTrace.Step?, last: BriefTrace.Step, _ steps: [BriefTrace.Step],
    _ proof: ApprovalProof?
  ) throws(GitError) -> [GivenApproval] {
    guard let proof else { return [] }
    var result: [GivenApproval] = []
    for version in [accepted, last].compactMap({ $0 }) {
      let policy = try policies.policy(at: version.commit)
      let proofs = try approvals(of: version, proof, by: policy)
      for proven in proofs {
        let isKnown = result.contains { $0.proven.approval.isSameRecord(as: proven.approval) }
        if isKnown { continue }
        result.append(
          GivenApproval(
            proven: proven, covered: try newest(coveredBy: proven.approval, among: steps),
            version: version.commit,
            isSinceAccepted: accepted.map { $0.commit != version.commit } ?? false))
      }
    }
    return result
  }

  private func newest(
    coveredBy approval: Approval, among steps: [BriefTrace.Step]
  ) throws(GitError) -> Brief? {
    for step in steps {
      let brief = try record.trace.brief(of: step)
      if brief.isCovered(by: approval) { return brief }
    }
    return nil
  }
}
