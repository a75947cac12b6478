internal import Briefs
internal import Git

extension Ledger {
  /// The proof of an item as it was at the moment; of an item that is gone, of its last words.
  ///
  /// The brief that is there is asked first, then those that had its id before, the newest first.
  package func proof(
    of item: String, in id: String, near path: [UInt8]?
  ) throws(LedgerFailure) -> ItemProof {
    guard let head = moment.commit else { throw .nothingCommitted }
    return try LedgerFailure.catching {
      let guide = try guide(naming: id)
      let record = try record(of: id, near: path, guide)
      var deeds = DeedReader(repository)
      let policies = try policies(guide)
      let past = try past(of: record, at: head)
      let lives = record.lives(at: head, past)
      let inOrder = lives.filter { $0.departure == nil } + lives.reversed()
      for (tip, departure) in inOrder {
        let reading = LifeReading(
          record: record, tip: tip, repository: repository, store: store, policies: policies,
          lists: ItemList.allCases)
        guard let life = try reading.life(endedBy: departure, &deeds),
          let found = life.item(item),
          var proof = try ProofReading(
            of: found, in: life, record, policies, upTo: head, guide, in: repository, store)
        else { continue }
        try tellAround(&proof, lives, past, guide, &deeds)
        let steps = try proof.steps()
        return ItemProof(
          brief: id, item: item, words: proof.item.proofWords, moment: moment, commit: head,
          steps: steps,
          gaps: ([moment.cut].compactMap { $0 } + guide.gaps + record.gaps + deeds.gaps
            + proof.gaps).merged())
      }
      throw try failure(toFind: item, in: record)
    }
  }
}

extension Ledger {
  /// Adds what the history has of the item beside the life that is proven.
  private func tellAround(
    _ proof: inout ProofReading, _ lives: [(tip: ObjectID, departure: Departure?)],
    _ past: Set<ObjectID>?, _ guide: any HistoryGuide, _ deeds: inout DeedReader
  ) throws(GitError) {
    let record = proof.record
    guard let item = proof.item.id else { return }
    proof.newest = moment.head
    proof.others = lives.filter { $0.tip != proof.life.tip }.compactMap { tip, departure in
      record.life(of: item, at: tip, endedBy: departure, &deeds).map { ($0, departure) }
    }
    proof.departures = record.departures.filter { past?.contains($0.commit) ?? true }
    proof.laterDepartures = record.departures.filter { !(past?.contains($0.commit) ?? true) }
    proof.successors = try successors(
      of: "\(record.id)/\(item)", in: record.id, guide, &deeds, &proof.gaps)
  }
}

extension BriefLife {
  /// The item with an id; one that is there before one that is gone.
  fileprivate func item(_ id: String) -> LedgerItem? {
    let found = items.filter { $0.item.id?.utf8.elementsEqual(id.utf8) ?? false }
    return found.first { $0.standing != .gone } ?? found.first
  }
}
