/// Compares the items of two versions of a brief, list by list.
struct ItemComparison {
  private(set) var changes: [ItemChange] = []
  private let old: Brief
  private let new: Brief

  /// The items that the new version adds, by what they could be mistaken for.
  private var additions = Additions()

  /// The expectations of the new version, by their words; made when the first is looked for.
  private lazy var expectations = Dictionary(
    new.items(in: .expectations).compactMap { item in
      ItemIdentity.words(of: item).map { ($0, item) }
    }
  ) { first, _ in first }

  init(from old: Brief, to new: Brief) {
    self.old = old
    self.new = new
    let matchings = ItemList.allCases.filter { !old.writes($0, like: new) }.map { list in
      ItemMatching(list, from: old.items(in: list), to: new.items(in: list))
    }
    for matching in matchings {
      for item in matching.unmatchedNew { additions.insert(item) }
    }
    for matching in matchings { compare(matching) }
  }

  private mutating func compare(_ matching: ItemMatching) {
    var lost: [ItemChange] = []
    for item in matching.unmatchedOld {
      if let change = changeOfLost(item) { lost.append(change) }
    }
    let kept = matching.pairs.compactMap { changeOfKept($0) }
    let arrivals = Set(lost.filter { $0.kind.isMove }.map(\.item.span))
    moved.formUnion(arrivals)
    changes += (kept + lost).sorted { $0.place < $1.place }
    changes += matching.unmatchedNew.filter { !moved.contains($0.span) }.map { .added($0) }
  }

  /// Where the expectations stand that promises became; lists come after `promises`.
  private var moved: Set<Range<Int>> = []

  private func changeOfKept(_ pair: ItemMatching.Pair) -> ItemChange? {
    if pair.old.telling != nil, pair.new.telling == nil {
      return .dropped(
        pair.old, .blank, remains: pair.new, lookalike: additions.lookalike(of: pair.old))
    }
    return .between(pair.old, pair.new, hasNewID: !pair.new.hasID(of: pair.old))
  }

  private mutating func changeOfLost(_ item: Item) -> ItemChange? {
    guard !item.saysNothing else { return nil }
    if let expectation = expectation(from: item) { return .moved(item, to: expectation) }
    return .dropped(item, .gone, lookalike: additions.lookalike(of: item))
  }

  /// The expectation that an inferred promise of a draft became, by its words.
  private mutating func expectation(from item: Item) -> Item? {
    guard old.status == .draft, item.list == .promises, item.string(.confidence) == "inferred",
      let words = ItemIdentity.words(of: item)
    else { return nil }
    return additions.item(in: .expectations, with: words) ?? expectations[words]
  }
}

/// What a version adds, to be found by words or ids.
private struct Additions {
  /// Words within a list.
  private struct Place: Hashable {
    let list: ItemList
    let words: ItemIdentity
  }

  private var byPlace: [Place: Item] = [:]
  private var byWords: [ItemIdentity: Item] = [:]
  private var byID: [ItemIdentity: Item] = [:]

  /// Takes in an item; of several with the same words the first counts, with the same id the last.
  mutating func insert(_ item: Item) {
    if let words = ItemIdentity.words(of: item) {
      let place = Place(list: item.list, words: words)
      if byPlace[place] == nil { byPlace[place] = item }
      if byWords[words] == nil { byWords[words] = item }
    }
    if let id = ItemIdentity.id(of: item) { byID[id] = item }
  }

  func item(in list: ItemList, with words: ItemIdentity) -> Item? {
    byPlace[Place(list: list, words: words)]
  }

  /// What a lost item seems to have become: its words in its list, else its id or words elsewhere.
  ///
  /// Records that are told apart by more than words have none.
  func lookalike(of item: Item) -> Item? {
    guard item.list.recordPasses.isEmpty, item.list != .returns else { return nil }
    let words = ItemIdentity.words(of: item)
    return words.flatMap { self.item(in: item.list, with: $0) }
      ?? ItemIdentity.id(of: item).flatMap { byID[$0] }
      ?? words.flatMap { byWords[$0] }
  }
}

extension ItemChange.Kind {
  fileprivate var isMove: Bool {
    if case .moved = self { return true }
    return false
  }
}

extension ItemChange {
  /// Where the item stood in the version before.
  fileprivate var place: Int { previousItem?.span.lowerBound ?? 0 }
}

extension Item {
  /// Whether both have the same id, or both none.
  fileprivate func hasID(of other: Item) -> Bool {
    ItemIdentity.id(of: self) == ItemIdentity.id(of: other)
  }
}
