internal import Briefs

/// Gathers what changed in a brief as entries of an outline.
struct DifferenceEntries {
  private let old: Brief
  private let new: Brief
  private let difference: BriefDifference

  init(of compared: ComparedBrief) {
    old = compared.old?.brief ?? .gone
    new = compared.new?.brief ?? .gone
    difference = compared.difference
  }

  /// The promises and exclusions, each exclusion behind the first changed promise that it bounds.
  var agreements: [DifferenceOutline.Entry] {
    var left = difference.items.filter { $0.list == .exclusions }
    var entries: [DifferenceOutline.Entry] = []
    for change in difference.items where change.list == .promises {
      entries.append(DifferenceOutline.Entry(change, details: bounds(of: change)))
      let bounding = Set(change.item.fields.list(.boundedBy).map(\.string))
      for exclusion in left where exclusion.item.id.map(bounding.contains) ?? false {
        entries.append(entry(ofExclusion: exclusion))
      }
      left.removeAll { $0.item.id.map(bounding.contains) ?? false }
    }
    return entries + left.map(entry(ofExclusion:)) + emptiness(of: .promises)
      + emptiness(of: .exclusions)
      + difference.fields.filter { $0.name == .noExclusions }.map { .init($0) }
  }

  /// What the changes of promises and exclusions stand below, what is gone aside.
  var agreementsTitle: String {
    let kept = difference.items.filter { $0.drop == nil }
    if !kept.contains(where: { $0.list == .promises }) { return ItemList.exclusions.heading }
    if !kept.contains(where: { $0.list == .exclusions }) { return ItemList.promises.heading }
    return "Promised and not included"
  }

  /// The brief's own fields.
  var ownFields: [DifferenceOutline.Entry] {
    difference.fields.filter { $0.block == nil && $0.name != .noExclusions }.map { .init($0) }
  }

  /// The changes of a list, what is gone first.
  func entries(of list: ItemList) -> [DifferenceOutline.Entry] {
    let changes = difference.items.filter { $0.list == list }
    return (changes.filter { $0.drop != nil } + changes.filter { $0.drop == nil })
      .map { DifferenceOutline.Entry($0) } + emptiness(of: list)
  }

  /// The fields of a block.
  func entries(of block: Block) -> [DifferenceOutline.Entry] {
    difference.fields.filter { $0.block == block }.map { .init($0) }
  }

  private func emptiness(of list: ItemList) -> [DifferenceOutline.Entry] {
    difference.emptyLists.filter { $0.list == list }.map { change in
      DifferenceOutline.Entry(
        name: "", words: MarkedWords([change.saysNone ? .added("none") : .removed("none")]),
        fate: .changed)
    }
  }

  /// The exclusions that bound a promise now, or did when it went.
  private func bounds(of change: ItemChange) -> [DifferenceOutline.Detail] {
    change.item.fields.list(.boundedBy).map { id in
      let fate = difference.items.first { $0.list == .exclusions && $0.item.id == id.string }
      if let fate {
        return .note("but not \(id.string), which \(fate.newsInWords)")
      }
      let brief = change.drop == nil ? new : old
      let exclusion = brief.item(id.string, in: .exclusions)
      return .note("but not \(id.string)\(exclusion.map { ": \($0.string(.text) ?? "")" } ?? "")")
    }
  }

  private func entry(ofExclusion change: ItemChange) -> DifferenceOutline.Entry {
    let isGone = change.drop != nil
    let promises = (isGone ? old : new).items(in: .promises).filter { promise in
      promise.fields.list(.boundedBy).contains { $0.string == change.item.id }
    }
    guard !promises.isEmpty else { return DifferenceOutline.Entry(change) }
    let labels = promises.map(\.label).joined(separator: ", ")
    return DifferenceOutline.Entry(
      change, details: [.note("\(isGone ? "it bounded" : "bounds") \(labels)")])
  }
}

extension ItemChange {
  fileprivate var newsInWords: String {
    switch kind {
    case .added: "is new"
    case .dropped: "is gone"
    case .withdrawn: "was withdrawn"
    case .changed, .identified, .moved: "changed too"
    }
  }
}

extension DifferenceOutline.Detail {
  fileprivate static func note(_ words: String) -> Self {
    Self(label: nil, words: MarkedWords(words))
  }
}
