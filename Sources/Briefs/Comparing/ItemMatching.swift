/// Which items of one list are the same in two versions.
///
/// An item is known by its id, byte for byte; one without an id by its words; a record of a list
/// that has no ids by what makes it that record. Order does not matter. Takes time in proportion to
/// the number of items.
struct ItemMatching {
  /// The same item before and now.
  struct Pair {
    let old: Item
    let new: Item
  }

  let pairs: [Pair]

  /// Items of the version before that nothing in the list now is.
  let unmatchedOld: [Item]

  /// Items of this version that nothing in the list before was.
  let unmatchedNew: [Item]

  init(_ list: ItemList, from old: [Item], to new: [Item]) {
    var search = Search(old: old, new: new)
    let recordPasses = list.recordPasses
    for pass in recordPasses { search.match(pass.old, pass.new) }
    if recordPasses.isEmpty {
      search.matchByIDs()
      search.matchByWords()
    }
    pairs = zip(old, search.partners).compactMap { item, partner in
      partner.map { Pair(old: item, new: new[$0]) }
    }
    unmatchedOld = zip(old, search.partners).filter { $1 == nil }.map(\.0)
    unmatchedNew = zip(new, search.isTaken).filter { !$1 }.map(\.0)
  }
}

/// What two versions of an item have in common.
struct ItemIdentity: Hashable {
  /// Compared byte for byte.
  var id: [UInt8]?

  /// Compared as words, without regard to white space.
  var words: [String?] = []

  static func id(of item: Item) -> ItemIdentity? {
    item.id.map { ItemIdentity(id: Array($0.utf8)) }
  }

  /// The key by the telling words; nil where there are none.
  static func words(of item: Item) -> ItemIdentity? {
    item.telling.map { ItemIdentity(words: [$0.string.collapsingWhiteSpace]) }
  }
}

/// The search for partners in one list, in passes from the surest sign to the weakest.
private struct Search {
  let old: [Item]
  let new: [Item]
  private(set) var partners: [Int?]
  private(set) var isTaken: [Bool]

  init(old: [Item], new: [Item]) {
    self.old = old
    self.new = new
    partners = Array(repeating: nil, count: old.count)
    isTaken = Array(repeating: false, count: new.count)
  }

  /// Pairs what has no partner yet and the same key; of several, the first with the first.
  mutating func match(_ oldKey: (Item) -> ItemIdentity?, _ newKey: (Item) -> ItemIdentity?) {
    guard partners.contains(nil), isTaken.contains(false) else { return }
    var waiting: [ItemIdentity: [Int]] = [:]
    for index in new.indices.reversed() where !isTaken[index] {
      if let key = newKey(new[index]) { waiting[key, default: []].append(index) }
    }
    for index in old.indices where partners[index] == nil {
      guard let key = oldKey(old[index]), let partner = waiting[key]?.popLast() else { continue }
      partners[index] = partner
      isTaken[partner] = true
    }
  }

  /// Where an id stands twice, the items with the same words belong together.
  mutating func matchByIDs() {
    let ids = old.compactMap { ItemIdentity.id(of: $0) }
    if Set(ids).count < ids.count {
      match({ $0.idWithWords }, { $0.idWithWords })
      match({ ItemIdentity.id(of: $0) }, { ItemIdentity.id(of: $0) })
      matchOneOfTwo()
    } else {
      match({ ItemIdentity.id(of: $0) }, { ItemIdentity.id(of: $0) })
    }
  }

  /// An item that shared its id with another, and was given its own, is still there.
  private mutating func matchOneOfTwo() {
    let standing = Set(new.compactMap { ItemIdentity.id(of: $0) })
    match(
      { item in
        guard let id = ItemIdentity.id(of: item), standing.contains(id) else { return nil }
        return ItemIdentity.words(of: item)
      }, { ItemIdentity.words(of: $0) })
  }

  /// An item without an id is known by its words, even when it has been given an id since.
  mutating func matchByWords() {
    match(
      { $0.id == nil ? ItemIdentity.words(of: $0) : nil },
      { $0.id == nil ? ItemIdentity.words(of: $0) : nil }
    )
    match({ $0.id == nil ? ItemIdentity.words(of: $0) : nil }, { ItemIdentity.words(of: $0) })
    match({ $0.saysNothing ? ItemIdentity() : nil }, { $0.saysNothing ? ItemIdentity() : nil })
  }
}

extension Item {
  fileprivate var idWithWords: ItemIdentity? {
    id.map { ItemIdentity(id: Array($0.utf8), words: [telling?.string.collapsingWhiteSpace]) }
  }

  /// Whether it has neither an id nor words to be known by.
  var saysNothing: Bool { id == nil && telling == nil }
}
