internal import Briefs
internal import Git
internal import Workspace

extension ProofReading {
  /// Who accepted the handoff, which approvals counted then, and who set it to accepted since without
  /// what that needed.
  func acceptances() throws(GitError) -> [ItemProof.Step] {
    guard let acceptance = life.acceptance, let version = version(of: acceptance.deed.commit) else {
      return [
        ItemProof.Step(
          "No acceptance",
          [
            isCutShort
              ? "No accepted version was found in the history that is here."
              : "No accepted version of the brief was found."
          ],
          checks: [status(of: last)])
      ]
    }
    var steps = [try step("The acceptance", acceptance, version)]
    if let unmet = life.unmetAcceptance, let version = self.version(of: unmet.deed.commit) {
      steps.append(try step("Set to accepted again, without what that needed", unmet, version))
    }
    return steps
  }

  private func step(
    _ title: String, _ acceptance: Acceptance, _ version: PinnedBrief
  ) throws(GitError) -> ItemProof.Step {
    var facts: [String] = []
    var checks: [ItemProof.Check?] = []
    if acceptance.isCutShort {
      facts.append(
        "It was accepted already in commit \(version.commit.short), committed "
          + "\(acceptance.deed.committedDay), with which the history that is here begins. Who "
          + "accepted it, and when, is not known here.")
      checks.append(.ancestry(of: version.commit, in: head))
    } else {
      facts.append(
        "The status was set to \(version.brief.fields.string(.status) ?? "accepted"): "
          + "\(acceptance.deed.proofWords).")
      checks += wrote(acceptance.deed)
      checks += try status(before: version, &facts)
    }
    checks.append(status(of: version))
    if !acceptance.isCutShort {
      if let policy = try policies.policy(at: version.commit) {
        facts += receiver(of: version.brief, acceptance, policy)
      }
      try tell(acceptance.approvals, at: version, &facts, &checks)
    }
    if let later = acceptance.laterApprovals, let version = self.version(of: acceptance.last) {
      facts.append(
        "All that these words needed was there only after that, in commit \(version.commit.short).")
      try tell(later, at: version, &facts, &checks)
    }
    return ItemProof.Step(title, facts, checks: checks)
  }

  private func status(of version: PinnedBrief) -> ItemProof.Check? {
    version.brief.fields.field(.status).flatMap {
      version.lines("the status in commit \(version.commit.short)", $0.keySpan)
    }
  }

  private func tell(
    _ approvals: AcceptedApprovals?, at version: PinnedBrief, _ facts: inout [String],
    _ checks: inout [ItemProof.Check?]
  ) throws(GitError) {
    guard let approvals else {
      facts.append("Nothing said then who may approve what.")
      return
    }
    let brief = version.brief
    let (needed, given) = (approvals.needed, approvals.given)
    if let takeover = approvals.takeover {
      facts.append(
        "handoff.yaml lists it as taken over as \(takeover.status.rawValue) by \(takeover.by), for "
          + "which no approval is asked.")
    }
    facts.append(summary(of: approvals))
    for approval in given {
      facts.append(
        "\(approval)".capitalizedFirst + ". "
          + approval.countsInWords(
            at: version.commit, hasCovered: try self.version(coveredBy: approval.approval) != nil))
      checks.append(
        version.lines("the \(approval.approval.role) approval in it", approval.approval.item))
      if approval.counts {
        checks.append(
          .digest(
            "the words of that commit that it covers, and their digest",
            of: ApprovalDigest.text(of: brief, role: approval.approval.role),
            approval.approval.covers))
      }
    }
    for role in needed where !given.contains(where: { $0.approval.role == role }) {
      checks.append(version.lacks("role: \(role)"))
    }
  }

  /// Which of the approvals that it needed counted.
  private func summary(of approvals: AcceptedApprovals) -> String {
    let needed = approvals.needed
    if needed.isEmpty { return "It needed no approval." }
    let need = "As handoff reads its type and terms, it needed \(needed.joined(separator: ", ")): "
    let lacks = approvals.lacks
    if !lacks.isEmpty {
      return need + "it was set to accepted without what it needed. "
        + lacks.joined(separator: "; ").capitalizedFirst + "."
    }
    let unknown = approvals.given.filter(\.isUnknown).map(\.approval.role)
    return need
      + (unknown.isEmpty
        ? "each was on record in that commit and counted."
        : "whether \(unknown.joined(separator: ", ")) counted cannot be told here.")
  }

  /// That the commit is not by the receiver whom the brief names.
  private func receiver(
    of brief: Brief, _ acceptance: Acceptance, _ policy: Policy
  ) -> [String] {
    guard let receiver = brief.fields.string(.to),
      let author = acceptance.deed.author, !policy.isSamePerson(receiver, author.email)
    else { return [] }
    return ["The receiver that the brief names is \(receiver), who did not write that commit."]
  }
}
