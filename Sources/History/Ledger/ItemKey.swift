internal import Briefs

/// What an item is known by in one version of its brief: its list and id, or its words before it has
/// an id.
struct ItemKey: Hashable {
  let list: ItemList
  private let id: [UInt8]?
  private let words: [UInt8]

  /// Nil for records that have no ids, and for an entry that says nothing.
  init?(_ item: Item) {
    guard item.list != .approvals, item.list != .emails, item.list != .leftBehind else {
      return nil
    }
    list = item.list
    id = item.id.map { Array($0.utf8) }
    if id == nil {
      guard let telling = item.telling else { return nil }
      words = Array(telling.string.collapsingWhiteSpace.utf8)
    } else {
      words = []
    }
  }

  func hasID(_ id: String) -> Bool { self.id?.elementsEqual(id.utf8) ?? false }
}

extension Brief {
  /// The items by what they are known by; of two with the same key the first.
  ///
  /// A brief that cannot be read as a whole has none: nothing of it counts as being there.
  func itemsByKey() -> [(key: ItemKey, item: Item)] {
    guard isSound else { return [] }
    var seen: Set<ItemKey> = []
    return items.compactMap { item in
      guard let key = ItemKey(item), seen.insert(key).inserted else { return nil }
      return (key, item)
    }
  }
}
