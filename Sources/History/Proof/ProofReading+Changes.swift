internal import Briefs
internal import Git
internal import Workspace

extension ProofReading {
  /// Who added and changed the item, commit by commit.
  func changes() throws(GitError) -> ItemProof.Step {
    var facts: [String] = []
    var checks: [ItemProof.Check?] = []
    for change in found.changes { try tell(change, &facts, &checks) }
    try tellDeletionsAside(&facts, &checks)
    return ItemProof.Step("Who wrote it, and when", facts, checks: checks)
  }

  /// Who made a change, and the item before and behind it.
  func tell(
    _ change: LedgerChange, withWords: Bool = false, _ facts: inout [String],
    _ checks: inout [ItemProof.Check?]
  ) throws(GitError) {
    let (event, deed) = (change.event, change.deed)
    let version = version(of: event.commit)
    let item = event.change.item
    if event.isCutShort {
      facts.append(
        "It was there already in commit \(deed.commit.short), committed \(deed.committedDay), with "
          + "which the history that is here begins. Who added it, and when, is not known here.")
      checks.append(.ancestry(of: deed.commit, in: head))
    } else {
      let isOpen = isCutShort && event.earlier.isEmpty
      let isReadable = version?.brief.isSound ?? true
      facts.append(
        "\(deed.proofWords): "
          + (isReadable ? change.proofWords : "made the file one that cannot be read as a brief")
          + (withWords && !event.isLoss ? ": “\(event.newWords)”" : "")
          + (isOpen ? ", as far as the history that is here goes." : "."))
      checks += wrote(deed)
      checks += try before(event, &facts)
    }
    if event.isLoss {
      if version?.brief.isSound == false { return }
      checks.append(
        version.map { $0.lacks(item.id ?? "") }
          ?? .absence(of: String(decoding: event.path, as: UTF8.self), in: event.commit))
    } else {
      checks.append(
        version?.lines("the item as commit \(event.commit.short) has it", item))
    }
  }

  /// The brief as a commit of its history has it; nil where it does not, or cannot be read.
  func version(of commit: ObjectID) -> PinnedBrief? {
    // What cannot be read is a gap of the record already.
    record.step(commit).flatMap { step in
      (try? record.trace.brief(of: step)).map {
        PinnedBrief(commit: commit, path: step.path, brief: $0)
      }
    }
  }
}

extension LedgerChange {
  /// What the change did, and whether that was approved.
  fileprivate var proofWords: String {
    event.proofWords
      + (phase == .unapproved ? ", without the approvals that an accepted brief needs" : "")
  }
}

extension ItemEvent {
  /// The words behind the change, or why the item was withdrawn.
  fileprivate var newWords: String {
    if case .withdrawn(let reason) = change.kind { return reason.string.collapsingWhiteSpace }
    return change.item.proofWords
  }

  /// What the change did, in a few words.
  fileprivate var proofWords: String {
    let merge = isMerge ? " in a merge" : ""
    if isReturn { return "brought it back\(merge)" }
    switch change.kind {
    case .added: return "added it\(merge)"
    case .withdrawn: return "withdrew it\(merge)"
    case .identified: return "gave it its id\(merge)"
    case .dropped, .changed, .moved: return (isLoss ? "left it out" : "changed it") + merge
    }
  }
}
