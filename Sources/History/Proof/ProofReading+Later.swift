internal import Briefs
internal import Git

extension ProofReading {
  /// What later commits did to the item, where the page stops before the newest commit.
  func later() throws(GitError) -> ItemProof.Step? {
    guard let newest, newest != head else { return nil }
    var facts = [
      "This page stops at commit \(head.short). Of what came later only this is told, up to commit "
        + "\(newest.short): what became of the item itself."
    ]
    var checks: [ItemProof.Check?] = []
    let isBefore = isPast(head, of: newest)
    for change in found.since where isBefore || isPast(change.event.commit, of: newest) {
      try tell(change, withWords: true, &facts, &checks)
    }
    for departure in laterDepartures where hadItem(departure) {
      try tell(departure, &facts, &checks)
    }
    for successor in successors where !isPast(successor.change.event.commit, of: head) {
      try tell(successor, &facts, &checks)
    }
    if facts.count == 1 {
      let now = version(of: newest)
      let item = found.item.id.flatMap { now?.brief.item($0, in: found.item.list) }
      facts.append(
        item == nil
          ? "No later commit that could be read changed it."
          : "No later commit changed it: commit \(newest.short) has it so.")
      checks.append(item.flatMap { now?.lines("the item in commit \(newest.short)", $0) })
    }
    return ItemProof.Step("What came later", facts, checks: checks).placed(in: newest)
  }
}
