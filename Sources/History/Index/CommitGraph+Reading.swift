internal import Git
internal import Workspace

/// The commits that a graph did not have yet, and that were added to it.
struct NewCommits: Sendable {
  /// Where the first of them stands.
  let first: Int

  /// Their trees.
  private(set) var trees: [ObjectID] = []

  /// Parents that cannot be read.
  private(set) var faults: [HistoryIndex.Fault] = []

  /// How many parents each has, those that cannot be read among them.
  private(set) var parentCounts: [Int32] = []

  fileprivate init(first: Int) {
    self.first = first
  }

  fileprivate mutating func add(_ outline: CommitOutline) {
    trees.append(outline.tree)
    parentCounts.append(Int32(outline.parents.count))
  }

  fileprivate mutating func add(_ fault: HistoryIndex.Fault) { faults.append(fault) }
}

extension CommitGraph {
  /// Adds the commits that lead to a tip, as far as they can be read and are not there yet.
  mutating func extend(
    to tip: ObjectID, in repository: Repository, progress: (IndexProgress) -> Void
  ) throws(GitError) -> NewCommits {
    var new = NewCommits(first: count)
    if position(of: tip) != nil { return new }
    var positions = Positions(self)
    var faults: [ObjectID: [(missing: ObjectID, error: GitError)]] = [:]
    var countRead = 0
    var line = [Step(id: tip, outline: try repository.outline(of: tip))]
    while var step = line.popLast() {
      var parent: ObjectID?
      while step.next < step.outline.parents.count, parent == nil {
        let candidate = step.outline.parents[step.next]
        step.next += 1
        if positions.position(of: candidate, in: self) == nil { parent = candidate }
      }
      guard let parent else {
        let places = step.outline.parents.compactMap { positions.position(of: $0, in: self) }
        for fault in faults.removeValue(forKey: step.id) ?? [] {
          new.add(
            HistoryIndex.Fault(
              commit: Int32(count), missing: fault.missing, error: fault.error))
        }
        positions.add(step.id, Int32(count))
        append(step.id, seconds: step.outline.seconds, parents: places)
        new.add(step.outline)
        continue
      }
      line.append(step)
      countRead += 1
      if countRead.isMultiple(of: 1_024) {
        progress(IndexProgress(phase: .walking, done: countRead, total: 0))
      }
      do throws(GitError) {
        line.append(Step(id: parent, outline: try repository.outline(of: parent)))
      } catch {
        faults[step.id, default: []].append((parent, error))
      }
    }
    return new
  }
}

/// A commit on the way to the oldest that is not known, and the parent to look at next.
private struct Step {
  let id: ObjectID
  let outline: CommitOutline
  var next = 0

  init(id: ObjectID, outline: CommitOutline) {
    self.id = id
    self.outline = outline
  }
}

/// Where commits stand; those known before are put into a table only once many are asked for.
private struct Positions {
  private var added: [ObjectID: Int32] = [:]
  private var known: [ObjectID: Int32]?
  private var patience = 32

  init(_ graph: CommitGraph) {
    if graph.count == 0 { known = [:] }
  }

  mutating func add(_ id: ObjectID, _ position: Int32) { added[id] = position }

  mutating func position(of id: ObjectID, in graph: CommitGraph) -> Int32? {
    if let position = added[id] { return position }
    if let known { return known[id] }
    patience -= 1
    if patience > 0 { return graph.position(of: id).map { Int32($0) } }
    known = Dictionary(
      uniqueKeysWithValues: (0..<graph.count).map { (graph.id(at: $0), Int32($0)) })
    return known?[id]
  }
}
