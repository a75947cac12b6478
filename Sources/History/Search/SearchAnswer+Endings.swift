internal import Briefs
package import Git

extension SearchAnswer {
  /// The briefs of the first items and sections.
  package var leadingBriefs: [String] {
    Set(places.filter(\.isLeading).compactMap(\.brief)).sorted()
  }

  /// The same answer, with what was accepted of the first items and sections, and who withdrew,
  /// reworded or lost them.
  ///
  /// Of a section, and of an item without an id, nobody is named: history has no changes of them.
  package func looked(up ledger: Ledger) throws(GitError) -> Self {
    var answer = self
    var deeds = DeedReader(ledger.repository)
    var known: (record: BriefRecord, life: BriefLife?)?
    for index in places.indices.filter({ places[$0].isLeading }) {
      guard let id = places[index].brief else { continue }
      if known?.record.id != id { known = try ledger.recordAndLife(of: id, &deeds) }
      guard let known else { continue }
      var place = places[index]
      if let life = known.life {
        place.agreement = Agreement(
          acceptance: life.acceptance, isBackInReview: life.isBackInReview,
          isReworded: life.isReworded)
      }
      for (number, text) in place.texts.enumerated() {
        guard case .item(let list, let item?) = text.place else { continue }
        let commit = text.hasEnded ? known.record.ending(of: item, text, at: tip) : nil
        place.texts[number].ending = commit.map { deeds.deed($0) }
        let own = known.life?.items.first { $0.item.list == list && $0.item.has(id: item) }
        if let own { place.texts[number].phase = own.phase(of: text, endedBy: commit) }
      }
      answer.counts[place.outcome, default: 0] += 1
      answer.counts[places[index].outcome, default: 1] -= 1
      answer.places[index] = place
    }
    return answer
  }
}

extension Ledger {
  /// All that history has of a brief, and its life that is there now; nil where it is not.
  fileprivate func recordAndLife(
    of id: String, _ deeds: inout DeedReader
  ) throws(GitError) -> (record: BriefRecord, life: BriefLife?) {
    let guide = try guide(naming: id)
    let record = try record(of: id, near: nil, guide)
    let lives = try lives(of: record, policies(guide), &deeds)
    return (record, lives.first { $0.ended == nil })
  }
}

extension LedgerItem {
  /// Whether what made a text of it stand or end was accepted, as `promised` tells it.
  fileprivate func phase(
    of text: SearchAnswer.Text, endedBy commit: ObjectID?
  ) -> LedgerChange.Phase {
    if text.hasEnded {
      return changes.last { $0.event.commit == commit }?.phase ?? .settled
    }
    if case .added? = proposal?.kind { return changes.first?.phase ?? .settled }
    let lines = item.searchText.split(separator: "\n").map { Array($0.utf8) }
    if Set(text.lines.map { Array($0.utf8) }).isSubset(of: lines) { return .settled }
    return changes.last { $0.phase != .settled }?.phase ?? .settled
  }
}

extension Item {
  fileprivate func has(id other: String) -> Bool {
    id.map { $0.utf8.elementsEqual(other.utf8) } ?? false
  }
}

extension SearchAnswer.Text {
  /// Whether somebody withdrew, reworded or lost it.
  fileprivate var hasEnded: Bool { withdrawn != nil || [.reworded, .gone].contains(fate) }
}

extension BriefRecord {
  /// The commit that withdrew, reworded or lost an item with some words; nil where none is known.
  fileprivate func ending(
    of item: String, _ text: SearchAnswer.Text, at head: ObjectID
  ) -> ObjectID? {
    let lines = Set(text.lines.map { Array($0.utf8) })
    let holds = { (event: ItemEvent) in
      lines.isSubset(of: event.change.item.searchText.split(separator: "\n").map { Array($0.utf8) })
    }
    for (tip, departure) in lives(at: head, nil).reversed() {
      let life = history.life(of: tip)
      let own = history.events.filter {
        $0.key.hasID(item) && history.life(of: $0.commit) == life
      }
      guard let last = own.last else { continue }
      switch text.fate {
      case .stands: return own.last(where: \.isWithdrawal)?.commit
      case .gone: return last.isLoss ? last.commit : departure?.commit
      case .reworded:
        return own.last { event in
          !event.isCutShort && !holds(event)
            && event.earlier.contains { holds(history.events[$0]) }
        }?.commit
      case .moved, .unknown: return nil
      }
    }
    return nil
  }
}

extension ItemEvent {
  fileprivate var isWithdrawal: Bool {
    if case .withdrawn = change.kind { return true }
    return false
  }
}
