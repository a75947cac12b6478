internal import Briefs
internal import Git
internal import Workspace

/// Reads the items of one life of a brief into an answer.
struct ItemReading {
  let record: BriefRecord
  let tip: ObjectID

  /// The brief at the moment asked about.
  let brief: Brief

  /// Its last accepted version and the commit of it, where that is shown.
  let accepted: Brief?
  let acceptedAt: ObjectID?

  /// The lists that are read.
  let lists: [ItemList]

  func items(_ evidence: ItemEvidence, _ deeds: inout DeedReader) throws(GitError) -> [LedgerItem] {
    let shown = accepted ?? brief
    let heads = record.history.newestChanges(at: tip)
    let proposals = proposals()
    let settled = acceptedAt.map { commit in
      Set(record.history.changes(upTo: record.history.newestChanges(at: commit).flatMap(\.value)))
    }
    var told: Set<Int> = []
    var items: [LedgerItem] = []
    func add(_ key: ItemKey, _ item: Item, in brief: Brief, isGone: Bool = false) throws(GitError) {
      let changes = record.history.changes(upTo: ends(of: key, heads))
      guard told.isDisjoint(with: changes) || changes.isEmpty else { return }
      told.formUnion(changes)
      var own: [LedgerChange] = []
      for place in changes {
        var change = LedgerChange(event: record.history.events[place], &deeds)
        if let settled, !settled.contains(place) {
          change.phase = try isOpen(in: change.event.commit) ? .inReview : .unapproved
        }
        own.append(change)
      }
      let answers = evidence.answers(on: item, after: own)
      items.append(
        LedgerItem(
          item: item, standing: isGone ? .gone : item.isWithdrawn ? .withdrawn : .stands,
          bounds: item.bounds(in: brief), changes: own,
          since: record.history.changes(after: changes).map {
            LedgerChange(event: record.history.events[$0], &deeds)
          }, approvals: answers.approvals, emails: answers.emails,
          isInWriting: answers.isInWriting, proposal: proposals[key]))
    }
    for (key, item) in shown.itemsByKey() where lists.contains(key.list) {
      try add(key, item, in: shown)
    }
    for (key, item) in brief.itemsByKey() where accepted != nil && lists.contains(key.list) {
      try add(key, item, in: brief)
    }
    let gone = heads.filter { lists.contains($0.key.list) }
      .compactMap { key, heads in heads.max().map { (key, record.history.events[$0]) } }
      .filter { $0.1.isLoss }
    for (key, event) in gone.sorted(by: { $0.1.earlier.lexicographicallyPrecedes($1.1.earlier) }) {
      try add(key, event.change.previousItem ?? event.change.item, in: brief, isGone: true)
    }
    return items
  }

  /// Whether a change in a commit needs no approval yet: the brief is neither accepted there nor
  /// cancelled.
  private func isOpen(in commit: ObjectID) throws(GitError) -> Bool {
    guard let step = record.step(commit) else { return true }
    let brief = try record.trace.brief(of: step)
    guard brief.isSound, let status = brief.status else { return true }
    return !status.isAcceptedOrLater && status != .cancelled
  }

  /// The newest changes of an item; of one that a brief in review knows by something else, those at
  /// the accepted version.
  private func ends(of key: ItemKey, _ heads: [ItemKey: [Int]]) -> [Int] {
    if let own = heads[key] { return own }
    return acceptedAt.flatMap { record.history.newestChanges(at: $0)[key] } ?? []
  }

  /// What the brief in review would make of the accepted items, and what it would add.
  private func proposals() -> [ItemKey: ItemChange] {
    guard let accepted else { return [:] }
    var result: [ItemKey: ItemChange] = [:]
    for change in BriefDifference(from: accepted, to: brief).items {
      if let key = ItemKey(change.previousItem ?? change.item) { result[key] = change }
    }
    return result
  }
}

extension LedgerChange {
  init(event: ItemEvent, _ deeds: inout DeedReader) {
    self.init(event: event, deed: deeds.deed(event.commit))
  }
}

extension Item {
  /// The exclusions that bound a promise, each with its words.
  fileprivate func bounds(in brief: Brief) -> [(id: String, words: String?)] {
    fields.list(.boundedBy).map { id in
      (id.string, brief.item(id.string, in: .exclusions)?.string(.text))
    }
  }
}
