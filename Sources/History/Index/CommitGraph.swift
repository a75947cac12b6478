package import Git

/// The commits that an index knows, parents before children, held small enough to be walked whole.
package struct CommitGraph: Sendable, Equatable {
  /// The 20 bytes of each commit's id, one behind the other.
  private(set) var ids: [UInt8] = []

  /// The committers' times in seconds since 1970.
  private(set) var seconds: [Int64] = []

  /// The positions of all parents that are known, commit by commit.
  private(set) var parents: [Int32] = []

  /// Where the parents of each commit begin in ``parents``, and where the last one's end.
  private(set) var starts: [Int32] = [0]

  package init() {}

  /// How many commits there are.
  package var count: Int { seconds.count }

  /// The id of the commit at a position.
  package func id(at position: Int) -> ObjectID {
    let start = position * ObjectID.byteCount
    guard let id = ObjectID(bytes: Array(ids[start..<start + ObjectID.byteCount])) else {
      preconditionFailure("an id has 20 bytes")
    }
    return id
  }

  /// The positions of a commit's parents, in their order.
  package func parents(at position: Int) -> ArraySlice<Int32> {
    parents[Int(starts[position])..<Int(starts[position + 1])]
  }

  /// Where a commit stands; nil where it is not known.
  ///
  /// The newest are looked at first.
  package func position(of id: ObjectID) -> Int? {
    let wanted = id.bytes
    return ids.withUnsafeBytes { ids in
      wanted.withUnsafeBytes { wanted in
        let first = wanted.loadUnaligned(as: UInt64.self)
        var position = count - 1
        while position >= 0 {
          let start = position * ObjectID.byteCount
          if ids.loadUnaligned(fromByteOffset: start, as: UInt64.self) == first,
            ids[start..<start + ObjectID.byteCount].elementsEqual(wanted)
          {
            return position
          }
          position -= 1
        }
        return nil
      }
    }
  }

  /// Adds a commit whose parents are all there, or cannot be read.
  mutating func append(_ id: ObjectID, seconds: Int64, parents: [Int32]) {
    append(raw: id.bytes[...], seconds: seconds, parents: parents)
  }

  /// Adds a commit by the bytes of its id.
  mutating func append(raw id: ArraySlice<UInt8>, seconds: Int64, parents: [Int32]) {
    ids += id
    self.seconds.append(seconds)
    self.parents += parents
    starts.append(Int32(self.parents.count))
  }

  /// Which commits can be reached from one, itself among them; none where it is not known.
  package func reach(from tip: ObjectID) -> Reach {
    guard let tip = position(of: tip) else { return Reach(tip: nil, isReached: []) }
    var isReached = [Bool](repeating: false, count: tip + 1)
    isReached[tip] = true
    for position in stride(from: tip, through: 0, by: -1) where isReached[position] {
      for place in Int(starts[position])..<Int(starts[position + 1]) {
        isReached[Int(parents[place])] = true
      }
    }
    return Reach(tip: tip, isReached: isReached)
  }

  /// The commits that can be reached from a tip.
  package struct Reach: Sendable {
    /// Where the tip stands.
    let tip: Int?
    let isReached: [Bool]

    /// Whether the commit at a position is among them.
    func contains(_ position: Int32) -> Bool {
      position < isReached.count && isReached[Int(position)]
    }
  }
}

extension CommitGraph {
  /// History without all commits but some: each has the nearest of them before it as its parents.
  ///
  /// Children come before parents, in the same order in every clone.
  ///
  ///     a ─ B ─ c ─ D        of B and D: D with the parent B, B with none
  ///
  /// Takes time linear in the history, whatever is kept of it.
  func reduced(
    to kept: Set<Int32>, within reach: Reach
  ) -> [(commit: ObjectID, parents: [ObjectID])] {
    guard let tip = reach.tip else { return [] }
    /// Each different set of nearest commits once; the first is empty.
    var sets: [[Int32]] = [[]]
    var nearest = [Int32](repeating: 0, count: tip + 1)
    var unions: [Pair: Int32] = [:]
    var steps: [Int32: [Int32]] = [:]
    let isKept = {
      var flags = [Bool](repeating: false, count: tip + 1)
      for position in kept where position <= tip { flags[Int(position)] = true }
      return flags
    }()
    for position in 0...tip where reach.isReached[position] {
      var own: Int32 = 0
      var isFirst = true
      for place in Int(starts[position])..<Int(starts[position + 1]) {
        let other = nearest[Int(parents[place])]
        if isFirst || own == other {
          own = other
          isFirst = false
          continue
        }
        let pair = Pair(first: own, second: other)
        if let known = unions[pair] {
          own = known
        } else {
          let union = sets[Int(own)] + sets[Int(other)].filter { !sets[Int(own)].contains($0) }
          sets.append(union)
          own = Int32(sets.count - 1)
          unions[pair] = own
        }
      }
      if isKept[position] {
        steps[Int32(position)] = sets[Int(own)]
        sets.append([Int32(position)])
        own = Int32(sets.count - 1)
      }
      nearest[position] = own
    }
    return sorted(steps).map { step in
      (id(at: Int(step)), steps[step, default: []].map { id(at: Int($0)) })
    }
  }

  /// Children before their parents, and among those that are free to come the newest; the same in
  /// whatever order the commits were added.
  private func sorted(_ steps: [Int32: [Int32]]) -> [Int32] {
    var children: [Int32: Int] = [:]
    for parent in steps.values.joined() { children[parent, default: 0] += 1 }
    var ready = NewestFirst<Int32>()
    let heads = steps.keys.filter { children[$0] == nil }
    for head in heads.sorted(by: { id(at: Int($0)) < id(at: Int($1)) }) {
      ready.insert(head, seconds: seconds[Int(head)])
    }
    var order: [Int32] = []
    while let next = ready.popNewest() {
      order.append(next)
      for parent in steps[next, default: []] {
        let left = children[parent, default: 1] - 1
        children[parent] = left
        if left == 0 { ready.insert(parent, seconds: seconds[Int(parent)]) }
      }
    }
    return order
  }

  private struct Pair: Hashable {
    let first: Int32
    let second: Int32
  }
}
