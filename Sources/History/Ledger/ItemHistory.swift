internal import Briefs
internal import Git
internal import Workspace

/// What became of every item of one brief, commit by commit, along every line of its history.
///
/// Each change knows the ones just before it, so that a merge is judged by what each side did: it is
/// a change of its own only where it took neither side's words, or those of the side that had not
/// changed them. A brief that was deleted and made anew has several lives, which share nothing.
struct ItemHistory {
  /// The changes, each behind those before it.
  private(set) var events: [ItemEvent] = []

  /// The changes just behind each change.
  private var later: [[Int]] = []

  /// The steps of the brief's trace, each behind those before it.
  let order: LifeOrder
  var steps: [BriefTrace.Step] { order.steps }

  /// The newest changes of each item, for commits; many share one.
  private var grounds: [[ItemKey: [Int]]] = []
  private var groundOf: [ObjectID: Int] = [:]

  /// The same behind the deletion of a brief that was taken back.
  private var groundBehind: [ObjectID: [ItemKey: [Int]]] = [:]

  /// The last step up to a commit, along first parents, whose file can be read as a brief.
  private var readable: [ObjectID: Int] = [:]

  /// The life that a commit belongs to, and lives that turned out to be one.
  private var lifeOf: [ObjectID: Int] = [:]
  private var lives: [Int] = []

  /// Takes a trace with the files that left the tree in its commits, where another with the same id
  /// took over.
  init(
    _ trace: BriefTrace, in order: LifeOrder, _ takeovers: [ObjectID: [Takeover]] = [:]
  ) throws(GitError) {
    self.order = order
    let places = order.steps.places
    for step in order.steps { try add(step, places, trace, takeovers[step.commit] ?? []) }
  }

  private mutating func add(
    _ step: BriefTrace.Step, _ places: [ObjectID: Int], _ trace: BriefTrace,
    _ takeovers: [Takeover]
  ) throws(GitError) {
    joinLives(of: step)
    let before = step.earlierCommits.compactMap { groundOf[$0] }
    if let first = before.first, !step.sameEarlier.isEmpty, before.allSatisfy({ $0 == first }),
      takeovers.isEmpty
    {
      groundOf[step.commit] = first
      return
    }
    let brief = try trace.brief(of: step)
    readable[step.commit] =
      brief.isSound
      ? places[step.commit] : step.earlierCommits.compactMap { readable[$0] }.first
    var sides: [Side] = []
    for parent in step.earlierCommits {
      guard let place = places[parent], let ground = groundOf[parent] else { continue }
      // A file that cannot be read says nothing of what became of the items.
      sides.append(
        step.isUnread
          ? Side(unchanged: grounds[ground])
          : try side(from: place, grounds[ground], to: brief, trace))
    }
    for departure in order.takenBack[step.commit] ?? [] {
      let lost = try ground(behind: departure, places, trace)
      let last = try last(before: departure, places, trace)
      sides.append(Side(from: last, to: brief, lost, bringingBack: Set(lost.keys)).withoutLosses)
    }
    let place = Place(
      commit: step.commit, path: step.path, isMerge: step.isMerge,
      isCutShort: step.isCutShort, isBehindUnread: step.isBehindUnread)
    var ground = changes(at: place, sides, step.isUnread ? .gone : brief)
    for takeover in takeovers where brief.isSound && takeover.brief.isSound {
      addLosses(by: takeover, at: place, to: brief, &ground)
    }
    grounds.append(ground)
    groundOf[step.commit] = grounds.count - 1
  }

  /// What changed since a step; where that cannot be read as a brief, since the last that could.
  ///
  /// What was lost with it and is there again as it was, is added again.
  private func side(
    from place: Int, _ ground: [ItemKey: [Int]], to brief: Brief, _ trace: BriefTrace
  ) throws(GitError) -> Side {
    let old = try trace.brief(of: steps[place])
    if old.isSound { return Side(from: old, to: brief, ground) }
    if !brief.isSound { return Side(unchanged: ground) }
    let known = readable[steps[place].commit]
    let last = try known.map { (known) throws(GitError) in try trace.brief(of: steps[known]) }
    let lost = ground.filter { $0.value.allSatisfy { events[$0].isLoss } }
    return Side(from: last ?? .gone, to: brief, ground, bringingBack: Set(lost.keys))
  }

  /// Takes in that a deletion lost every item, once for each, and gives the newest changes behind it.
  private mutating func ground(
    behind departure: Departure, _ places: [ObjectID: Int], _ trace: BriefTrace
  ) throws(GitError) -> [ItemKey: [Int]] {
    if let known = groundBehind[departure.commit] { return known }
    guard let place = places[departure.last], let before = groundOf[departure.last] else {
      return [:]
    }
    let side = try side(from: place, grounds[before], to: .gone, trace)
    let here = Place(
      commit: departure.commit, path: departure.path, isMerge: false, isCutShort: false,
      isBehindUnread: false)
    let ground = changes(at: here, [side], .gone)
    groundBehind[departure.commit] = ground
    return ground
  }

  /// The brief as it was before a deletion, where that can be read.
  private func last(
    before departure: Departure, _ places: [ObjectID: Int], _ trace: BriefTrace
  ) throws(GitError) -> Brief {
    guard let place = places[departure.last] else { return .gone }
    let brief = try trace.brief(of: steps[place])
    return brief.isSound ? brief : .gone
  }

  /// The commit that changes are made in.
  private struct Place {
    let commit: ObjectID
    let path: [UInt8]
    let isMerge: Bool
    let isCutShort: Bool
    let isBehindUnread: Bool
  }

  /// Takes in the changes of a commit and gives the newest changes behind it.
  private mutating func changes(
    at place: Place, _ sides: [Side], _ brief: Brief
  ) -> [ItemKey: [Int]] {
    var keys = brief.itemsByKey().map(\.key)
    let present = Set(keys)
    let gone = Set(sides.flatMap { $0.ground.keys }).subtracting(present)
    keys += gone.sorted {
      (newest($0, sides), $0.list.rawValue) < (newest($1, sides), $1.list.rawValue)
    }
    let beginnings = sides.isEmpty ? Side(from: .gone, to: brief, [:]).changes : [:]
    var ground: [ItemKey: [Int]] = [:]
    for key in keys {
      let heads = latest(sides.flatMap { $0.ground[key] ?? [] })
      let concerned = sides.filter { side in
        side.ground[key]?.contains(where: heads.contains) ?? false
      }
      let change =
        concerned.isEmpty
        ? sides.lazy.compactMap { $0.changes[key] }.first ?? beginnings[key]
        : concerned.lazy.compactMap { $0.changes[key] }.first
      guard let change else {
        ground[key] = heads
        continue
      }
      ground[key] = [append(change, at: place, key, earlier: heads)]
    }
    return ground
  }

  /// Takes in what the file that goes on does not say as the one that left did, unless that is told
  /// already.
  private mutating func addLosses(
    by takeover: Takeover, at place: Place, to brief: Brief, _ ground: inout [ItemKey: [Int]]
  ) {
    for change in BriefDifference(from: takeover.brief, to: brief).items {
      let known = change.drop == nil ? change.item : change.previousItem ?? change.item
      guard !change.kind.isAddition, let key = ItemKey(known) else { continue }
      let earlier = ground[key] ?? adopt(key, of: takeover)
      if earlier.contains(where: { events[$0].tells(change) }) { continue }
      ground[key] = [append(change, at: place, key, earlier: earlier)]
    }
  }

  /// Takes in the changes of an item that only the file that left ever had; gives the newest.
  private mutating func adopt(_ key: ItemKey, of takeover: Takeover) -> [Int] {
    let other = takeover.history
    let heads = other.newestChanges(at: takeover.last)[key] ?? []
    var places: [Int: Int] = [:]
    for place in other.changes(upTo: heads) {
      let event = other.events[place]
      let here = Place(
        commit: event.commit, path: event.path, isMerge: event.isMerge,
        isCutShort: event.isCutShort, isBehindUnread: event.isBehindUnread)
      places[place] = append(
        event.change, at: here, event.key, earlier: event.earlier.compactMap { places[$0] })
    }
    return heads.compactMap { places[$0] }
  }

  private mutating func append(
    _ change: ItemChange, at place: Place, _ key: ItemKey, earlier: [Int]
  ) -> Int {
    events.append(
      ItemEvent(
        commit: place.commit, path: place.path, change: change, isMerge: place.isMerge,
        isCutShort: place.isCutShort, isBehindUnread: place.isBehindUnread, key: key,
        earlier: earlier))
    later.append([])
    for head in earlier { later[head].append(events.count - 1) }
    return events.count - 1
  }

  private func newest(_ key: ItemKey, _ sides: [Side]) -> Int {
    sides.flatMap { $0.ground[key] ?? [] }.max() ?? 0
  }

  private mutating func joinLives(of step: BriefTrace.Step) {
    let before = Set(order.before(step).compactMap { lifeOf[$0] }.map { root(of: $0) }).sorted()
    guard let first = before.first else {
      lives.append(lives.count)
      lifeOf[step.commit] = lives.count - 1
      return
    }
    for other in before.dropFirst() { lives[other] = first }
    lifeOf[step.commit] = first
  }

  private func root(of life: Int) -> Int {
    var life = life
    while lives[life] != life { life = lives[life] }
    return life
  }
}

extension ItemHistory {
  /// The life that a commit belongs to; nil where it does not have the brief.
  func life(of commit: ObjectID) -> Int? { lifeOf[commit].map { root(of: $0) } }

  /// The steps that a step may follow, on whatever line, each behind those before it.
  func steps(before step: BriefTrace.Step) -> ArraySlice<BriefTrace.Step> {
    steps.prefix { $0.commit != step.commit }
  }

  /// The newest changes of each item that a commit has or had.
  func newestChanges(at commit: ObjectID) -> [ItemKey: [Int]] {
    groundOf[commit].map { grounds[$0] } ?? [:]
  }

  /// Some changes and all before them, in their order.
  func changes(upTo heads: [Int]) -> [Int] {
    var seen: Set<Int> = []
    var waiting = heads
    while let place = waiting.popLast() {
      if seen.insert(place).inserted { waiting += events[place].earlier }
    }
    return seen.sorted()
  }

  /// The changes that follow some others, in their order.
  func changes(after earlier: [Int]) -> [Int] {
    var known = Set(earlier)
    var result: [Int] = []
    var waiting = earlier
    while let place = waiting.popLast() {
      for next in later[place] where known.insert(next).inserted {
        result.append(next)
        waiting.append(next)
      }
    }
    return result.sorted()
  }

  /// Of several changes of one item those that no other of them follows.
  private func latest(_ heads: [Int]) -> [Int] {
    let heads = Set(heads)
    guard heads.count > 1 else { return Array(heads) }
    let behind = heads.flatMap { changes(upTo: events[$0].earlier) }
    return heads.subtracting(behind).sorted()
  }
}

/// One parent of a commit: what changed from it, and the newest changes in it.
private struct Side {
  /// What became of each item, by what it is known by behind the change, or was if it is gone.
  private(set) var changes: [ItemKey: ItemChange] = [:]

  /// The newest changes in the parent, under what the items are known by behind the change.
  private(set) var ground: [ItemKey: [Int]]

  init(unchanged ground: [ItemKey: [Int]]) {
    self.ground = ground
  }

  /// What changed between two versions, at least one of which can be read as a brief.
  init(
    from old: Brief, to new: Brief, _ ground: [ItemKey: [Int]],
    bringingBack lost: Set<ItemKey> = []
  ) {
    self.ground = ground
    for change in BriefDifference(from: old, to: new).items {
      let known = change.drop == nil ? change.item : change.previousItem ?? change.item
      guard let key = ItemKey(known), changes[key] == nil else { continue }
      changes[key] = change
      guard let previous = change.previousItem.flatMap({ ItemKey($0) }), previous != key,
        let heads = self.ground.removeValue(forKey: previous)
      else { continue }
      self.ground[key, default: []] += heads
    }
    if lost.isEmpty { return }
    for change in BriefDifference(from: .gone, to: new).items {
      guard let key = ItemKey(change.item), lost.contains(key) else { continue }
      changes[key] = changes[key] ?? change
    }
  }

  /// The same behind a deletion, which lost all that is not there again.
  var withoutLosses: Self {
    var side = self
    side.changes = changes.filter { $0.value.drop == nil }
    return side
  }
}
