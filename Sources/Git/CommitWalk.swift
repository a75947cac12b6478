extension Repository {
  /// The commits that can be reached from some commits but not from others, newest first.
  ///
  /// No commit comes before one that descends from it, whatever the clocks said. A parent that is
  /// missing is an error, except where only excluded commits lead to it. Dates decide how far
  /// excluded history is followed: with clocks far off, a commit too many can be given, never one
  /// too few.
  package func commits(reachableFrom included: [ObjectID], notFrom excluded: [ObjectID] = [])
    throws(GitError) -> [ObjectID]
  {
    var walk = CommitWalk(repository: self)
    for id in excluded { try walk.add(id, isExcluded: true) }
    for id in included { try walk.add(id, isExcluded: false) }
    return try walk.run()
  }
}

/// History walked from the newest commit down, with the excluded part painted as it goes.
private struct CommitWalk {
  private struct Node {
    let id: ObjectID
    let seconds: Int64
    let parentIDs: [ObjectID]
    var parents: [Int] = []
    var isExcluded: Bool
    var isWaiting = true
  }

  private let repository: Repository
  private var nodes: [Node] = []
  private var positions: [ObjectID: Int] = [:]
  private var frontier = NewestFirst<Int>()

  /// How many commits in the frontier are not excluded.
  private var wantedCount = 0

  /// How many excluded commits are followed after the last wanted one, as git does, in case that
  /// clocks were a little off.
  private static let patience = 5

  init(repository: Repository) {
    self.repository = repository
  }

  /// Puts a commit into the frontier, or paints it where the walk has been there.
  mutating func add(_ id: ObjectID, isExcluded: Bool) throws(GitError) {
    _ = try position(of: id, isExcluded: isExcluded)
  }

  mutating func run() throws(GitError) -> [ObjectID] {
    var wanted: [Int] = []
    var oldest = Int64.max
    var patience = Self.patience
    while let position = frontier.popNewest() {
      nodes[position].isWaiting = false
      let isExcluded = nodes[position].isExcluded
      if !isExcluded {
        wantedCount -= 1
        wanted.append(position)
        oldest = nodes[position].seconds
      }
      for parent in nodes[position].parentIDs {
        let parent = try self.position(of: parent, isExcluded: isExcluded)
        nodes[position].parents.append(parent)
      }
      let mayPaintMore = (frontier.newest ?? .min) >= oldest
      patience = wantedCount > 0 || mayPaintMore ? Self.patience : patience - 1
      if patience <= 0 { break }
    }
    return sorted(wanted.filter { !nodes[$0].isExcluded }).map { nodes[$0].id }
  }

  private mutating func position(of id: ObjectID, isExcluded: Bool) throws(GitError) -> Int {
    if let known = positions[id] {
      if isExcluded { exclude(known) }
      return known
    }
    let outline = try outline(of: id, isExcluded: isExcluded)
    let position = nodes.count
    nodes.append(
      Node(
        id: id, seconds: outline?.seconds ?? .min, parentIDs: outline?.parents ?? [],
        isExcluded: isExcluded))
    positions[id] = position
    frontier.insert(position, seconds: nodes[position].seconds)
    if !isExcluded { wantedCount += 1 }
    return position
  }

  /// A commit's outline; nil of an excluded one that is not there, as below a shallow clone.
  private func outline(of id: ObjectID, isExcluded: Bool) throws(GitError) -> CommitOutline? {
    do throws(GitError) {
      return try repository.outline(of: id)
    } catch {
      guard isExcluded, error.code == .notFound else { throw error }
      return nil
    }
  }

  /// Paints a commit and all of its ancestors that the walk has seen.
  private mutating func exclude(_ position: Int) {
    var pending = [position]
    while let next = pending.popLast() {
      guard !nodes[next].isExcluded else { continue }
      nodes[next].isExcluded = true
      if nodes[next].isWaiting { wantedCount -= 1 }
      pending += nodes[next].parents
    }
  }

  /// Children before parents, and among those that are free to come, the newest first.
  private func sorted(_ wanted: [Int]) -> [Int] {
    var childCounts = [Int: Int](uniqueKeysWithValues: wanted.map { ($0, 0) })
    for position in wanted {
      for parent in nodes[position].parents { childCounts[parent]? += 1 }
    }
    var ready = NewestFirst<Int>()
    for position in wanted where childCounts[position] == 0 {
      ready.insert(position, seconds: nodes[position].seconds)
    }
    var sorted: [Int] = []
    while let position = ready.popNewest() {
      sorted.append(position)
      for parent in nodes[position].parents {
        guard let count = childCounts[parent] else { continue }
        childCounts[parent] = count - 1
        if count == 1 { ready.insert(parent, seconds: nodes[parent].seconds) }
      }
    }
    return sorted
  }
}
