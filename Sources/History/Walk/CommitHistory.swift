package import Git
package import Workspace

/// All commits that lead to some tips, parents before children, as far as they can be read.
///
/// The order is the same in every clone: parents first, and among commits that are free to come the
/// older one by its committer's clock, then by id.
package struct CommitHistory: Sendable {
  /// One commit with the positions of its parents in the history.
  package struct Node: Sendable {
    /// The commit's id.
    package let id: ObjectID

    /// The tree that it records.
    package let tree: ObjectID

    /// The committer's time in seconds since 1970: good for ordering only.
    package let seconds: Int64

    /// Where its parents stand, in their order; those that cannot be read are left out.
    package fileprivate(set) var parents: [Int]
  }

  /// The commits, parents before children.
  package private(set) var nodes: [Node] = []

  /// Where history goes on but cannot be read.
  package private(set) var cuts: [HistoryCut] = []
}

extension CommitHistory {
  /// Reads the history that leads to some commits.
  package init(of tips: [ObjectID], in repository: Repository) throws(GitError) {
    var walk = Walk()
    for tip in tips where walk.positions[tip] == nil {
      walk.add(tip, try repository.outline(of: tip))
    }
    walk.run(in: repository)
    cuts = walk.cuts
    nodes = walk.sorted()
  }
}

/// The commits as they are found, before they are put into their order.
private struct Walk {
  var positions: [ObjectID: Int] = [:]
  var cuts: [HistoryCut] = []
  private var found: [(id: ObjectID, outline: CommitOutline)] = []
  private var parents: [[Int]] = []

  mutating func add(_ id: ObjectID, _ outline: CommitOutline) {
    positions[id] = found.count
    found.append((id, outline))
  }

  mutating func run(in repository: Repository) {
    var position = 0
    while position < found.count {
      let commit = found[position]
      var own: [Int] = []
      for parent in commit.outline.parents {
        if positions[parent] == nil {
          do throws(GitError) {
            add(parent, try repository.outline(of: parent))
          } catch {
            cuts.append(HistoryCut(commit: commit.id, missing: parent, error: error))
          }
        }
        if let known = positions[parent] { own.append(known) }
      }
      parents.append(own)
      position += 1
    }
  }

  /// Children are taken before parents, the newest first, and the whole is turned round.
  func sorted() -> [CommitHistory.Node] {
    var children = [Int](repeating: 0, count: found.count)
    for parent in parents.joined() { children[parent] += 1 }
    var ready = NewestFirst<Int>()
    for position in found.indices.sorted(by: { found[$0].id < found[$1].id })
    where children[position] == 0 {
      ready.insert(position, seconds: found[position].outline.seconds)
    }
    var order: [Int] = []
    order.reserveCapacity(found.count)
    while let position = ready.popNewest() {
      order.append(position)
      for parent in parents[position] {
        children[parent] -= 1
        if children[parent] == 0 { ready.insert(parent, seconds: found[parent].outline.seconds) }
      }
    }
    var places = [Int](repeating: 0, count: found.count)
    for (place, position) in order.reversed().enumerated() { places[position] = place }
    return order.reversed().map { position in
      let commit = found[position]
      return CommitHistory.Node(
        id: commit.id, tree: commit.outline.tree, seconds: commit.outline.seconds,
        parents: parents[position].map { places[$0] })
    }
  }
}
