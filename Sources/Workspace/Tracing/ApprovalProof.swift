package import Briefs
package import Git
internal import Rules

/// Proves the approvals of a brief again from history, offline.
///
/// An approval is judged in the commit that added it: whose result has the record and none of whose
/// parents has it, by the policy that was in force there. Every clone comes to the same answer.
/// Where a record came in on several lines of history, one that proves it is enough; taking it out
/// and bringing it back is another addition, unless the whole file left and came back as it was.
package struct ApprovalProof {
  private let repository: Repository
  private let store: BlobStore
  private let policy: Policy
  private let verifier: SignatureVerifier
  private let past: PolicyPast?
  private let known = Known()

  /// The policy says who may approve today; who could be who at the time, history says: the policy
  /// that judged the commit, which is the one in force there unless `past` tells otherwise.
  package init(
    in repository: Repository, _ store: BlobStore, policy: Policy, past: PolicyPast? = nil,
    verifier: SignatureVerifier = SignatureVerifier()
  ) {
    self.repository = repository
    self.store = store
    self.policy = policy
    self.past = past
    self.verifier = verifier
  }

  /// What is known of records by the commits that added them: to check a signature takes a program.
  private final class Known {
    var findings: [[String]: Finding] = [:]
    var joinings: [[ObjectID]: [PolicyPast.Joining]] = [:]
  }

  /// What a commit says of an approval that it added.
  private struct Finding {
    let proof: ProvenApproval.Proof
    var refusal: String?

    /// The version that added it.
    var version: BriefVersion?

    /// Which of several says most: where a gate let it in, it is in.
    var strength: Int { proof.strength + (refusal == nil ? 5 : 0) }
  }

  /// The newest approval of each role of a brief that may not be committed yet, sorted by role.
  package func proofs(
    of brief: Brief, near path: [UInt8]?, at head: ObjectID?
  ) throws(GitError) -> [ProvenApproval] {
    let approvals = brief.newestApprovals
    guard let head, let id = brief.id, !approvals.isEmpty else {
      return approvals.map { proven($0, in: brief, Finding(proof: .notCommitted)) }
    }
    let trace = try BriefTrace(of: id, near: path, from: [head], in: repository, store)
    return try proofs(of: brief, along: trace, from: head)
  }

  /// The newest approval of each role of a brief, sorted by role, as a trace through a commit
  /// tells; by another policy of who may approve, where one is given, and as a later tip has them.
  package func proofs(
    of brief: Brief, along trace: BriefTrace, from commit: ObjectID, by policy: Policy? = nil,
    at tip: ObjectID? = nil
  ) throws(GitError) -> [ProvenApproval] {
    let approvals = brief.newestApprovals
    let origins = try origins(of: approvals, along: trace, from: commit)
    var result: [ProvenApproval] = []
    for (approval, origins) in zip(approvals, origins) {
      result.append(
        proven(
          approval, in: brief, try best(of: origins, for: approval, upTo: tip ?? commit), by: policy
        ))
    }
    return result
  }

  private func best(
    of origins: [Origin], for approval: Approval, upTo tip: ObjectID? = nil
  ) throws(GitError) -> Finding {
    var findings: [Finding] = []
    for origin in origins {
      var finding = try finding(on: approval, addedIn: origin)
      if let tip, finding.refusal == nil { finding.refusal = refusal(of: approval, finding, tip) }
      findings.append(finding)
    }
    return findings.max { $0.strength < $1.strength } ?? Finding(proof: .notCommitted)
  }

  private func proven(
    _ approval: Approval, in brief: Brief, _ finding: Finding, by policy: Policy? = nil
  ) -> ProvenApproval {
    let policy = policy ?? self.policy
    let person = policy.person(approval.by)?.label ?? approval.by
    return ProvenApproval(
      approval: approval, standing: policy.standing(of: approval.role, in: brief),
      proof: finding.proof, person: person,
      refusal: finding.refusal ?? policy.sameHand(approval, of: person, in: brief))
  }

  /// Where a record was added: a commit, or a place below which history cannot be read.
  private enum Origin {
    case version(BriefVersion)
    case cut(HistoryCut)
  }

  private func origins(
    of approvals: [Approval], along trace: BriefTrace, from commit: ObjectID
  ) throws(GitError) -> [[Origin]] {
    var trace = trace
    var lines = approvals.map { approval in
      UnbrokenLine(from: commit) { $0.approvals.contains { $0.isSameRecord(as: approval) } }
    }
    var origins = [[Origin]](repeating: [], count: approvals.count)
    while lines.contains(where: { !$0.isAtItsEnd }), let step = trace.nextStep() {
      for index in lines.indices where try lines[index].follows(step, of: trace) ?? false {
        if let cut = trace.cuts.first(where: { $0.commit == step.commit }) {
          origins[index].append(.cut(cut))
        } else if let version = try trace.version(step) {
          origins[index].append(.version(version))
        }
      }
    }
    return origins
  }

  private func finding(
    on approval: Approval, addedIn origin: Origin
  ) throws(GitError) -> Finding {
    switch origin {
    case .cut(let cut): return Finding(proof: .cutShort(cut))
    case .version(let version):
      let commit = version.commit
      let record = [
        commit.id.description, approval.role, approval.by, approval.item.string(.at) ?? "",
        approval.covers, approval.signature ?? "",
      ]
      if let known = known.findings[record] { return known }
      guard let policy = try judging(Change(commit)) else {
        return Finding(proof: .unproven(commit, "nothing said then who may approve what"))
      }
      var finding = Finding(
        proof: proof(of: approval, in: version, by: policy),
        refusal: policy.fault(of: approval, addedIn: version).map {
          "by the \(Policy.fileName) that counted when it was added, \($0)"
        }, version: version)
      if case .unproven = finding.proof {
        finding = try findingBeforeReturn(of: approval, in: version) ?? finding
      }
      known.findings[record] = finding
      return finding
    }
  }

  /// What is found from before the brief left the tree, where a commit only brought its file back.
  private func findingBeforeReturn(
    of approval: Approval, in version: BriefVersion
  ) throws(GitError) -> Finding? {
    let commit = version.commit
    guard version.previous.isEmpty, !version.isCutShort, let id = version.brief.id else {
      return nil
    }
    let last: LastVersion?
    do throws(GitError) {
      last = try LastVersion.broughtBack(
        at: version.path, by: commit.tree, after: commit.parents, in: repository)
    } catch {
      let missing = commit.parents.first ?? commit.id
      return Finding(
        proof: .cutShort(HistoryCut(commit: commit.id, missing: missing, error: error)))
    }
    guard let last else { return nil }
    let trace = try BriefTrace(
      of: id, near: version.path, from: [last.commit], in: repository, store)
    let origins = try origins(of: [approval], along: trace, from: last.commit)
    return try best(of: origins.flatMap { $0 }, for: approval)
  }

  /// Why a proven record does not count behind a merge by which it came to another line of history.
  ///
  /// The policy that it was proven by has no say there.
  private func refusal(
    of approval: Approval, _ finding: Finding, _ tip: ObjectID
  ) -> String? {
    guard let past, let version = finding.version, finding.proof.isGiven else { return nil }
    let way = [version.commit.id, tip]
    // What cannot be read is named where history is looked through.
    let joinings = known.joinings[way] ?? (try? past.joinings(of: way[0], upTo: tip)) ?? []
    known.joinings[way] = joinings
    for joining in joinings {
      var fault = joining.policy.fault(of: approval, addedIn: version)
      if fault == nil,
        case .unproven(_, let reason) = proof(of: approval, in: version, by: joining.policy)
      {
        fault = reason
      }
      guard let fault else { continue }
      return "by the \(Policy.fileName) of merge \(joining.merge.description.prefix(12)), which "
        + "joined lines of history that began apart, \(fault)"
    }
    return nil
  }

  private func judging(_ change: Change) throws(GitError) -> Policy? {
    if let past { return try past.judging(change) }
    return try PolicyInForce.of(change, in: repository, store)?.judging
  }

  private func proof(
    of approval: Approval, in version: BriefVersion, by policy: Policy
  ) -> ProvenApproval.Proof {
    let commit = version.commit
    let author = commit.author.email
    let isAuthor = policy.isSamePerson(approval.by, author)
    let isSignatureNeeded = policy.signaturesAreRequired || !isAuthor
    guard approval.isSigned else {
      if !isSignatureNeeded { return .claimed(commit) }
      let name = policy.person(author)?.label ?? author.shortened(to: 80)
      return .unproven(
        commit, isAuthor ? Words.unsigned : "\(name) added it, and it is not signed")
    }
    switch verifier.verdict(on: approval, in: version.brief.id, by: policy) {
    case .valid: return .signed(commit)
    case .invalid(let fault):
      let person = policy.person(approval.by)?.label ?? approval.by
      return .unproven(commit, "its signature \(fault.words(about: person))")
    case .unverifiable(let reason):
      return isSignatureNeeded
        ? .unproven(commit, "its signature cannot be checked: \(reason)") : .claimed(commit)
    }
  }
}

extension ProvenApproval.Proof {
  /// Whether a commit or a signature says that the person gave it.
  fileprivate var isGiven: Bool { strength > 2 }

  /// Which of several proofs of one record says most.
  fileprivate var strength: Int {
    switch self {
    case .notCommitted: 0
    case .unproven: 1
    case .cutShort: 2
    case .claimed: 3
    case .signed: 4
    }
  }
}

extension Policy {
  /// Why a gate with this policy would have refused who gave an approval in the commit that added it.
  fileprivate func fault(of approval: Approval, addedIn version: BriefVersion) -> String? {
    var fault = disqualification(of: approval, in: version.brief)
    if fault == nil, let until = person(approval.by)?.until, Change(version.commit).day >= until {
      fault = .left(until)
    }
    return fault.map { fault in
      "\(person(approval.by)?.label ?? approval.by) \(fault.reason(as: approval.role))"
    }
  }

  /// Why an approval does not count beside that of sales; nil where it does.
  fileprivate func sameHand(_ approval: Approval, of person: String, in brief: Brief) -> String? {
    guard Policy.takesTwoPeople(Person.sales, approval.role), approval.role != Person.sales,
      let sales = brief.newestApproval(as: Person.sales), isSamePerson(approval.by, sales.by)
    else { return nil }
    return SelfApproval.words(on: person, approving: brief.id ?? "it", as: approval.role)
  }
}

private enum Words {
  static let unsigned = "it is not signed, and the policy required a valid signature"
}
