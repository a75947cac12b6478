internal import Briefs

/// Gathers what changed in a brief as entries of an outline.
struct DifferenceEntries {
  private let difference: BriefDifference

  /// The items of each list that changed.
  private let changes: [ItemList: [ItemChange]]

  /// The agreements of each version, and the changes of exclusions: looked up once for all.
  private let old: Agreements
  private let new: Agreements
  private let exclusionChanges: [ItemChange]
  private let exclusionPlaces: [String: [Int]]

  init(of compared: ComparedBrief) {
    old = Agreements(of: compared.old?.brief ?? .gone)
    new = Agreements(of: compared.new?.brief ?? .gone)
    difference = compared.difference
    changes = Dictionary(grouping: difference.items, by: \.list)
    exclusionChanges = changes[.exclusions] ?? []
    exclusionPlaces = Dictionary(grouping: exclusionChanges.indices) { [exclusionChanges] in
      exclusionChanges[$0].item.id ?? ""
    }
  }

  /// The promises and exclusions, each exclusion behind the first changed promise that it bounds.
  var agreements: [DifferenceOutline.Entry] {
    var placed: Set<Int> = []
    var entries: [DifferenceOutline.Entry] = []
    for change in changes[.promises] ?? [] {
      entries.append(DifferenceOutline.Entry(change, details: bounds(of: change)))
      for id in change.item.fields.list(.boundedBy).map(\.string) {
        for place in exclusionPlaces[id] ?? [] where placed.insert(place).inserted {
          entries.append(entry(ofExclusion: exclusionChanges[place]))
        }
      }
    }
    let left = exclusionChanges.indices.filter { !placed.contains($0) }
    return entries + left.map { entry(ofExclusion: exclusionChanges[$0]) }
      + emptiness(of: .promises)
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
    let changes = changes[list] ?? []
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
      if let fate = exclusionPlaces[id.string]?.first.map({ exclusionChanges[$0] }) {
        return .note("but not \(id.string), which \(fate.newsInWords)")
      }
      let words = (change.drop == nil ? new : old).exclusions[id.string]
      return .note("but not \(id.string)\(words.map { ": \($0)" } ?? "")")
    }
  }

  private func entry(ofExclusion change: ItemChange) -> DifferenceOutline.Entry {
    let isGone = change.drop != nil
    let bounded = (isGone ? old : new).bounded
    guard let promises = change.item.id.flatMap({ bounded[$0] }) else {
      return DifferenceOutline.Entry(change)
    }
    let labels = promises.joined(separator: ", ")
    return DifferenceOutline.Entry(
      change, details: [.note("\(isGone ? "it bounded" : "bounds") \(labels)")])
  }
}

/// What a brief promises and excludes, by the ids of the exclusions.
private struct Agreements {
  private(set) var exclusions: [String: String] = [:]

  /// The labels of the promises that each exclusion bounds.
  private(set) var bounded: [String: [String]] = [:]

  init(of brief: Brief) {
    for exclusion in brief.items(in: .exclusions) {
      guard let id = exclusion.id, exclusions[id] == nil else { continue }
      exclusions[id] = exclusion.string(.text) ?? ""
    }
    for promise in brief.items(in: .promises) {
      for id in promise.fields.list(.boundedBy) {
        bounded[id.string, default: []].append(promise.label)
      }
    }
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
