internal import Briefs
internal import Diagnostics
internal import Git
internal import Workspace

extension ProofReading {
  /// A step for the newest approval of each role that covers the item; one that says so where there
  /// is none.
  func approvals() throws(GitError) -> [ItemProof.Step] {
    if !last.brief.isSound {
      return [
        ItemProof.Step(
          "The approvals",
          ["What commit \(last.commit.short) has on record cannot be read."], checks: [])
      ]
    }
    if found.approvals.isEmpty {
      return [
        ItemProof.Step(
          "No approval",
          [
            last.brief.approvals.isEmpty
              ? "The brief of commit \(last.commit.short) has no approval on record."
              : "Of the approvals that commit \(last.commit.short) has on record, none is known to "
                + "cover it."
          ],
          checks: [last.brief.approvals.isEmpty ? last.lacks("covers:") : nil])
      ]
    }
    var steps: [ItemProof.Step] = []
    for given in found.approvals {
      let approval = given.approval.approval
      let holder = version(of: given.version) ?? last
      var checks = [holder.lines("the record in the brief", approval.item)]
      var facts: [String] = []
      let covered = try version(coveredBy: approval)
      if let covered {
        checks.append(
          .digest(
            "the words that were approved, and their digest, which the record has",
            of: ApprovalDigest.text(of: covered, role: approval.role), approval.covers))
      }
      checks += try proofs(of: given.approval, &facts)
      steps.append(
        ItemProof.Step(
          "The \(approval.role) approval",
          [
            "\(given.approval)".capitalizedFirst + ".", given.words.sentence,
            given.approval.countsInWords(at: holder.commit, hasCovered: covered != nil),
          ] + facts, checks: checks))
    }
    return steps
  }

  /// The newest version whose words an approval covers; nil where no version that can be read had
  /// them.
  func version(coveredBy approval: Approval) throws(GitError) -> Brief? {
    for step in record.steps(upTo: life.tip) {
      let brief = try record.trace.brief(of: step)
      if brief.isCovered(by: approval) { return brief }
    }
    return nil
  }

  private func proofs(
    of given: ProvenApproval, _ facts: inout [String]
  ) throws(GitError) -> [ItemProof.Check?] {
    switch given.proof {
    case .claimed(let commit), .unproven(let commit, _):
      return wrote(commit) + (try absence(of: given.approval, before: commit.id, &facts))
    case .signed(let commit):
      return wrote(commit) + (try absence(of: given.approval, before: commit.id, &facts))
        + (try signature(of: given.approval, addedIn: commit))
    case .notCommitted, .cutShort: return []
    }
  }
}

extension ProvenApproval {
  /// Whether it counts for the brief as a commit has it, and why not.
  func countsInWords(at commit: ObjectID, hasCovered: Bool) -> String {
    if isUnknown { return "Whether it counts cannot be told here." }
    if counts { return "It counts for the brief as commit \(commit.short) has it." }
    var reasons = [objection].compactMap { $0 }
    if !hasCovered {
      reasons.append("no version of the brief that can be read had the words that it covers")
    } else if case .stale = standing {
      reasons.append("what it covers was changed after it was given")
    }
    return "It does not count for the brief as commit \(commit.short) has it: "
      + reasons.joined(separator: "; ") + "."
  }
}

extension ItemApproval.Words {
  fileprivate var sentence: String {
    switch self {
    case .same: "It was given for these very words."
    case .other: "It was given for other words of the item."
    case .unknown: "The words it was given for are not in the history that can be read."
    }
  }
}
