internal import Briefs
internal import Git
internal import Synchronization
internal import Workspace

/// The files at the places of briefs, and those of evidence, that commits changed, found on all
/// cores.
struct TreeScan: Sendable {
  /// A file of a brief's place that differs between a commit and one of its parents.
  struct Change: Sendable {
    let commit: Int32

    /// Which of the parents, counted from 0.
    let parent: Int32
    let path: [UInt8]
    let old: BlobKey?
    let new: BlobKey?
  }

  /// The changes in the order of the commits.
  private(set) var changes: [Change] = []

  /// The files of evidence that commits have otherwise than a parent, in the order of the commits.
  private(set) var records: [(commit: Int32, path: [UInt8])] = []

  /// The policies that commits have otherwise than a parent.
  private(set) var policies: [(commit: Int32, entry: TreeEntry?)] = []

  private(set) var faults: [HistoryIndex.Fault] = []

  /// Compares commits with their parents; the parents of the first ones may have been known before.
  static func run(
    _ new: NewCommits, of graph: CommitGraph, at patterns: Set<String>, in place: RepositoryPlace,
    progress: @Sendable (IndexProgress) -> Void
  ) throws(GitError) -> TreeScan {
    let places = BriefPlaces(patterns: patterns)
    let count = new.trees.count
    let portion = max(64, min(2_000, count / 16))
    let starts = Array(stride(from: 0, to: count, by: portion))
    let next = Atomic<Int>(0)
    let compared = Atomic<Int>(0)
    let parts = Mutex<(found: [Int: TreeScan], error: GitError?)>(([:], nil))
    Workers.run(count: starts.count) {
      do throws(GitError) {
        let repository = try place.open()
        var known = KnownPaths(places: places)
        while true {
          let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard number < starts.count else { return }
          let range = starts[number]..<min(starts[number] + portion, count)
          var part = TreeScan()
          for offset in range {
            part.compare(new, offset, graph, in: repository, &known)
            let done = compared.wrappingAdd(1, ordering: .relaxed).newValue
            guard done.isMultiple(of: 64) else { continue }
            progress(IndexProgress(phase: .comparing, done: done, total: count))
          }
          parts.withLock { $0.found[number] = part }
        }
      } catch {
        parts.withLock { $0.error = error }
      }
    }
    let (found, error) = parts.withLock { $0 }
    if let error { throw error }
    var whole = TreeScan()
    for number in starts.indices {
      guard let part = found[number] else { continue }
      whole.changes += part.changes
      whole.records += part.records
      whole.policies += part.policies
      whole.faults += part.faults
    }
    return whole
  }

  private mutating func compare(
    _ new: NewCommits, _ offset: Int, _ graph: CommitGraph, in repository: Repository,
    _ known: inout KnownPaths
  ) {
    let position = new.first + offset
    let tree = new.trees[offset]
    let parents = graph.parents(at: position)
    if parents.isEmpty { compare(nil, tree, position, 0, in: repository, &known) }
    for (number, parent) in parents.enumerated() {
      let before: ObjectID
      if Int(parent) >= new.first {
        before = new.trees[Int(parent) - new.first]
      } else {
        do throws(GitError) {
          before = try repository.outline(of: graph.id(at: Int(parent))).tree
        } catch {
          let missing = graph.id(at: Int(parent))
          faults.append(HistoryIndex.Fault(commit: Int32(position), missing: missing, error: error))
          continue
        }
      }
      compare(before, tree, position, number, in: repository, &known)
    }
  }

  private mutating func compare(
    _ before: ObjectID?, _ tree: ObjectID, _ position: Int, _ parent: Int,
    in repository: Repository, _ known: inout KnownPaths
  ) {
    var seesPolicy = false
    do throws(GitError) {
      try repository.changes(from: before, to: tree) { (change) throws(GitError) in
        if change.path == Policy.path {
          policies.append((Int32(position), change.new))
          seesPolicy = true
        }
        if Evidence.contains(change.path) { records.append((Int32(position), change.path)) }
        guard known.isPlace(change.path) else { return }
        let (old, new) = (change.old.map(BlobKey.init), change.new.map(BlobKey.init))
        guard old != new else { return }
        changes.append(
          Change(
            commit: Int32(position), parent: Int32(parent), path: change.path, old: old, new: new))
      }
    } catch {
      let missing = ObjectID(hex: error.object) ?? tree
      faults.append(HistoryIndex.Fault(commit: Int32(position), missing: missing, error: error))
    }
    // A history that begins without a policy has its briefs where the tool looks by default.
    if before == nil, !seesPolicy { policies.append((Int32(position), nil)) }
  }
}

/// The content of a file: a blob, or something that only stands where a file should.
struct BlobKey: Sendable, Hashable {
  let id: ObjectID

  /// Whether it is an ordinary file; else it is a link, a submodule or of a mode git does not write.
  let isPlain: Bool

  init(_ entry: TreeEntry) {
    id = entry.id
    isPlain = entry.mode.isOrdinaryFile
  }
}

/// Paths that were looked at before, and whether briefs stand there.
private struct KnownPaths {
  let places: BriefPlaces
  private var answers: [[UInt8]: Bool] = [:]

  init(places: BriefPlaces) {
    self.places = places
  }

  mutating func isPlace(_ path: [UInt8]) -> Bool {
    if let known = answers[path] { return known }
    let answer = places.contains(path)
    answers[path] = answer
    return answer
  }
}
