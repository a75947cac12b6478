internal import Briefs
package import Git

extension SearchAnswer {
  /// The briefs of the first items that were withdrawn, reworded or lost.
  package func endedBriefs(of limit: Int) -> [String] {
    Set(places.filter(\.isEndedItem).prefix(limit).compactMap(\.brief)).sorted()
  }

  /// The same answer, with who withdrew, reworded or lost the first such items.
  ///
  /// Of a section, and of an item without an id, nobody is named: history has no changes of them.
  package func tellingEndings(of limit: Int, by ledger: Ledger) throws(GitError) -> Self {
    var answer = self
    var deeds = DeedReader(ledger.repository)
    var record: BriefRecord?
    for index in places.indices.filter({ places[$0].isEndedItem }).prefix(limit) {
      let place = places[index]
      guard let id = place.brief, let item = place.item else { continue }
      if record?.id != id {
        record = try ledger.record(of: id, near: nil, ledger.guide(naming: id))
      }
      for (number, text) in place.texts.enumerated() {
        let commit = record?.ending(of: item, text, at: tip)
        answer.places[index].texts[number].ending = commit.map { deeds.deed($0) }
      }
    }
    return answer
  }
}

extension SearchAnswer.Place {
  /// The id of the item; nil of a section and of an item without one.
  fileprivate var item: String? {
    guard case .item(_, let id)? = texts.first?.place else { return nil }
    return id
  }

  fileprivate var isEndedItem: Bool {
    item != nil && texts.contains { $0.withdrawn != nil || [.reworded, .gone].contains($0.fate) }
  }
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
