package import Briefs
package import Git
internal import Rules

/// One role's newest approval of a brief, with what history says of it.
package struct ProvenApproval: Sendable {
  /// How history proves who gave the approval, or why it does not.
  package enum Proof: Sendable {
    /// The person named wrote the commit that added it; git lets anybody write any author.
    case claimed(Commit)

    /// It carries a valid signature by a key of the person.
    case signed(Commit)

    /// Neither, for a reason that reads on behind “it is not proven: ”.
    case unproven(Commit, String)
    case notCommitted

    /// Where it was added cannot be read.
    case cutShort(HistoryCut)
  }

  /// The record as the brief has it.
  package let approval: Approval

  /// Whether the person may give it, and for the words as they are.
  package let standing: ApprovalStanding

  /// What history says of who gave it.
  package let proof: Proof

  /// How sentences call the person.
  package let person: String

  /// Why no gate would have let it in, or let it stand beside another; nil where one would.
  package let refusal: String?

  /// Whether the person may give it, gave it for the words as they are, and that is proven.
  package var counts: Bool { isCurrent && objection == nil }

  /// Why it does not count, whatever the words are; nil where it does for the words that it covers.
  package var objection: String? {
    if case .unqualified(_, let fault) = standing {
      return "\(person) \(fault.reason(as: approval.role))"
    }
    switch proof {
    case .unproven(_, let reason): return reason
    case .cutShort: return refusal ?? "it was added before what can be read of history"
    case .notCommitted: return "it is not committed"
    case .claimed, .signed: return refusal
    }
  }

  /// The same, which does not count for a reason.
  package func refused(_ reason: String) -> ProvenApproval {
    ProvenApproval(
      approval: approval, standing: standing, proof: proof, person: person, refusal: reason)
  }

  /// Whether the person named gave it, as far as history can tell.
  package var isProven: Bool {
    switch proof {
    case .claimed, .signed: true
    case .unproven, .notCommitted, .cutShort: false
    }
  }

  /// Who committed a claim, where that is somebody else than the author whom anybody can type.
  package var committer: Signature? {
    guard case .claimed(let commit) = proof, commit.committer.isOther(than: commit.author) else {
      return nil
    }
    return commit.committer
  }

  private var isCurrent: Bool {
    switch standing {
    case .current: true
    case .missing, .unqualified, .stale: false
    }
  }
}

extension ProvenApproval: CustomStringConvertible {
  /// One sentence for people: which approval it is, and what proves it.
  package var description: String {
    let day = approval.at.map { " of \($0.date)" } ?? ""
    return "the \(approval.role) approval\(day) by \(person) \(words)"
  }

  private var words: String {
    switch proof {
    case .claimed(let commit):
      "is claimed: commit \(commit.id.description.prefix(12)) that added it has \(person) as its "
        + "author"
        + (committer.map { ", and was committed by \($0.person.shortened(to: 120))" } ?? "")
    case .signed(let commit):
      "is signed by \(person), and was added in commit \(commit.id.description.prefix(12))"
    case .unproven(let commit, let reason):
      "is not proven: \(reason) (commit \(commit.id.description.prefix(12)))"
    case .notCommitted: "is not committed yet"
    case .cutShort(let cut):
      "cannot be proven here: history is cut short below commit "
        + "\(cut.commit.description.prefix(12)), "
        + (cut.isMissing
          ? "and a full clone has the rest (`git fetch --unshallow`)" : "\(cut.error)")
    }
  }
}
