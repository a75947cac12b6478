extension CoveredWords {
  /// What differs from earlier words, each change as people name it.
  ///
  /// `goal: Close [-the month-] {+faster+}` for words that changed, and `P2 is new: “SSO by May”`,
  /// `X1 withdrawn: “Sold after all.”` or `R1 is gone: “…”` for an item as a whole.
  package func changes(since earlier: CoveredWords) -> [String] {
    let before = Dictionary(earlier.entries.map { ($0.place, $0) }) { first, _ in first }
    let now = Dictionary(entries.map { ($0.place, $0) }) { first, _ in first }
    let oldItems = Set(earlier.entries.compactMap(\.itemPlace))
    let newItems = Set(entries.compactMap(\.itemPlace))
    var told: Set<Entry.Place> = []
    var changes: [String] = []
    for entry in entries + earlier.entries where before[entry.place] != now[entry.place] {
      let isNew = entry.itemPlace.map { !oldItems.contains($0) } ?? false
      let isGone = entry.itemPlace.map { !newItems.contains($0) } ?? false
      guard told.insert(isNew || isGone ? entry.itemPlace ?? entry.place : entry.place).inserted
      else { continue }
      if isNew {
        changes.append(entry.name(.item) + " is new" + telling(of: entry))
      } else if isGone {
        changes.append(entry.name(.item) + " is gone" + earlier.telling(of: entry))
      } else {
        changes.append(entry.change(from: before[entry.place], to: now[entry.place]))
      }
    }
    return changes
  }

  /// The words by which people know the item of an entry.
  private func telling(of entry: Entry) -> String {
    let fields = entries.filter { $0.itemPlace == entry.itemPlace }
    let names = [FieldName.text, .metric, .reason].map(\.rawValue)
    let telling = names.lazy.compactMap { name in fields.first { $0.field == name } }.first
    return telling.map { ": “\($0.text.shortened(to: 60))”" } ?? ""
  }
}

extension CoveredWords.Entry {
  /// What makes it the same entry in another version.
  fileprivate struct Place: Hashable {
    let key: String
    let item: String?
    let field: String?
  }

  fileprivate enum Part {
    case item
    case field
  }

  fileprivate var place: Place { Place(key: key, item: item, field: field) }

  fileprivate var itemPlace: Place? { item.map { Place(key: key, item: $0, field: nil) } }

  fileprivate var text: String { words.joined(separator: " ") }

  fileprivate func name(_ part: Part) -> String {
    [item ?? key, part == .item ? nil : field].compactMap { $0 }.joined(separator: " ")
  }

  fileprivate func change(
    from before: CoveredWords.Entry?, to now: CoveredWords.Entry?
  ) -> String {
    if field == FieldName.withdrawn.rawValue, before == nil {
      return "\(name(.item)) withdrawn: “\(text.shortened(to: 60))”"
    }
    let words = WordDifference(old: before?.text ?? "", new: now?.text ?? "")
    return "\(name(.field)): \(words.excerpt)"
  }
}
