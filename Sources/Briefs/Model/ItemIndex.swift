/// Where the items of a long brief stand, by their ids, byte for byte; of several the first counts.
struct ItemIndex: Sendable {
  /// An id within a list, or in whatever list.
  private struct Place: Hashable {
    let id: [UInt8]
    let list: ItemList?
  }

  private var positions: [Place: Int] = [:]

  /// As many items are looked through faster than they are indexed.
  private static let limit = 64

  /// Nil where there are so few items that they are looked through.
  init?(_ items: [Item]) {
    guard items.count > Self.limit else { return nil }
    for (position, item) in items.enumerated() {
      guard let id = item.id.map({ Array($0.utf8) }) else { continue }
      for list in [item.list, nil] {
        let place = Place(id: id, list: list)
        if positions[place] == nil { positions[place] = position }
      }
    }
  }

  func position(of id: String, in list: ItemList?) -> Int? {
    positions[Place(id: Array(id.utf8), list: list)]
  }
}
