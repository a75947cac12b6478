internal import Briefs
package import Git
internal import Workspace

/// One item's life, commit by commit.
package struct ItemLog: Sendable {
  /// What became of the item in one life of its brief.
  package struct Life: Sendable {
    /// Which life of the brief it is, from 1.
    package let number: Int

    /// The changes, the oldest first.
    package let changes: [LedgerChange]

    /// Where the file of the brief went meanwhile, the oldest first.
    package let moves: [Move]

    /// Who took the brief out of the tree; nil where it is there.
    package let ended: Deed?
  }

  /// A commit that moved the file of a brief.
  package struct Move: Sendable {
    /// Who moved it, and when.
    package let deed: Deed

    /// Where the file stood before.
    package let from: [UInt8]

    /// Where it stands then.
    package let to: [UInt8]

    /// How many changes of the item were made by then.
    package let changeCount: Int
  }

  /// Where a later brief carries the item on.
  package struct Successor: Sendable {
    /// The later brief.
    package let brief: String

    /// The item's id there.
    package let item: String

    /// The change that brought it there.
    package let change: LedgerChange
  }

  /// The brief's id.
  package let brief: String

  /// The item's id.
  package let item: String

  /// The commit that history was read from.
  package let head: ObjectID

  /// The lives of the brief in which there was such an item, the oldest first.
  package let lives: [Life]

  /// Where later briefs carry it on.
  package let successors: [Successor]

  /// The files that have the brief's id now beside the one that is followed.
  package let namesakes: [[UInt8]]

  /// What could not be read.
  package let gaps: [HistoryGap]

  /// Whether the item is in the brief now.
  package var isThere: Bool {
    lives.contains { life in
      life.ended == nil && life.changes.last.map { !$0.event.isLoss } ?? false
    }
  }
}

extension Ledger {
  /// The life of an item; its changes in every life of its brief.
  package func log(
    of item: String, in id: String, near path: [UInt8]?
  ) throws(LedgerFailure) -> ItemLog {
    guard let head = moment.head else { throw .nothingCommitted }
    return try LedgerFailure.catching {
      let guide = try guide(naming: id)
      let record = try record(of: id, near: path, guide)
      var deeds = DeedReader(repository)
      let lives = record.lives(at: head, nil).compactMap { tip, departure in
        record.life(of: item, at: tip, endedBy: departure, &deeds)
      }
      guard !lives.isEmpty else { throw try failure(toFind: item, in: record) }
      var gaps = guide.gaps + record.gaps
      let successors = try successors(of: "\(id)/\(item)", in: id, guide, &deeds, &gaps)
      gaps += deeds.gaps
      return ItemLog(
        brief: id, item: item, head: head, lives: lives, successors: successors,
        namesakes: try record.namesakes(at: head, in: repository, store), gaps: gaps.merged())
    }
  }

  /// Where later briefs carry an item on.
  func successors(
    of reference: String, in id: String, _ guide: any HistoryGuide, _ deeds: inout DeedReader,
    _ gaps: inout [HistoryGap]
  ) throws(GitError) -> [ItemLog.Successor] {
    var successors: [ItemLog.Successor] = []
    for brief in try guide.briefs(after: id).sorted() {
      let record = try record(of: brief, near: nil, guide)
      gaps += record.gaps
      var seen: Set<String> = []
      for event in record.history.events where event.change.item.carries(reference) {
        guard let item = event.change.item.id, seen.insert(item).inserted else { continue }
        successors.append(
          ItemLog.Successor(
            brief: brief, item: item, change: LedgerChange(event: event, &deeds)))
      }
    }
    return successors
  }
}

extension BriefRecord {
  /// All changes of the items that ever had an id in the life that ends with a commit.
  func life(
    of item: String, at tip: ObjectID, endedBy departure: Departure?,
    _ deeds: inout DeedReader
  ) -> ItemLog.Life? {
    let life = history.life(of: tip)
    let own = history.events.indices.filter { place in
      let event = history.events[place]
      return event.key.hasID(item) && history.life(of: event.commit) == life
    }
    if own.isEmpty { return nil }
    let before = history.changes(upTo: own)
    let all = (before + history.changes(after: before)).sorted()
    return ItemLog.Life(
      number: number(ofLifeWith: tip),
      changes: all.map { LedgerChange(event: history.events[$0], &deeds) },
      moves: moves(during: all.map { history.events[$0] }, &deeds),
      ended: departure.map { deeds.deed($0.commit) })
  }
}

extension BriefRecord {
  /// The moves of the file behind the first of some changes, and before the item was lost.
  private func moves(during events: [ItemEvent], _ deeds: inout DeedReader) -> [ItemLog.Move] {
    guard let first = events.first, let last = events.last else { return [] }
    let life = history.life(of: first.commit)
    var moves: [ItemLog.Move] = []
    var changeCount = 0
    for step in history.steps where history.life(of: step.commit) == life {
      let isChangedBefore = changeCount > 0
      while changeCount < events.count, events[changeCount].commit == step.commit {
        changeCount += 1
      }
      if changeCount == events.count, last.isLoss { break }
      let earlier = step.parentPaths.map(\.path)
      guard isChangedBefore, let from = earlier.first, !earlier.contains(step.path) else {
        continue
      }
      moves.append(
        ItemLog.Move(
          deed: deeds.deed(step.commit), from: from, to: step.path, changeCount: changeCount))
    }
    return moves
  }
}

extension Item {
  fileprivate func carries(_ reference: String) -> Bool {
    string(.carried)?.utf8.elementsEqual(reference.utf8) ?? false
  }
}
