internal import Briefs
package import Git

/// The versions of one brief through history, newest first, read only as far as they are asked for.
///
/// A version is a commit in which the brief stands elsewhere or has another content than in every
/// parent that has it. All parents of a merge are followed, through renames and moves, until none
/// has the brief: deleting it ends its life, and what is made anew under its id begins another.
/// No version comes before one that descends from it, whatever the clocks said.
///
///     var trace = try BriefTrace(of: "acme-onboarding", from: [head], in: repository, store)
///     while let version = try trace.next() { … }
///     if trace.isCutShort { … }
package struct BriefTrace {
  /// Where history goes on but cannot be read; only what was asked for so far is known.
  package private(set) var cuts: [HistoryCut] = []

  private struct Node {
    let tree: ObjectID
    let seconds: Int64
    let parentIDs: [ObjectID]
    let place: BriefPlace
    var previous: [BriefPlace] = []
    var parents: [ObjectID] = []
  }

  private let search: BriefSearch
  private var nodes: [ObjectID: Node] = [:]

  /// Commits that are found and whose parents are not looked at yet.
  private var frontier = NewestFirst<ObjectID>()

  /// Commits in their order, the next one last.
  private var sorted: [ObjectID] = []

  /// Begins at commits, where the brief is found at a path or by its name; without it there the
  /// trace is empty.
  package init(
    of id: String, near path: [UInt8]? = nil, from commits: [ObjectID], in repository: Repository,
    _ store: BlobStore
  ) throws(GitError) {
    search = BriefSearch(id: id, repository: repository, store: store)
    for commit in commits where nodes[commit] == nil {
      let outline = try repository.outline(of: commit)
      guard let place = try search.place(inTree: outline.tree, near: path) else { continue }
      add(commit, outline, place)
    }
  }

  /// Whether something of the brief's history was there and could not be read.
  package var isCutShort: Bool { !cuts.isEmpty }

  /// The next older version; nil where there is none, or none that can be read.
  package mutating func next() throws(GitError) -> BriefVersion? {
    while true {
      while let id = sorted.popLast() {
        guard let node = nodes.removeValue(forKey: id) else { continue }
        if let version = try version(id, node) { return version }
      }
      guard frontier.count > 0 else { return nil }
      sorted = explore()
    }
  }

  private func version(_ id: ObjectID, _ node: Node) throws(GitError) -> BriefVersion? {
    guard !node.previous.contains(where: { $0.isSame(as: node.place) }),
      let brief = try search.store.brief(node.place.entry)
    else { return nil }
    var previous: [Brief] = []
    for place in node.previous {
      previous += [try search.store.brief(place.entry)].compactMap { $0 }
    }
    return BriefVersion(
      commit: try search.repository.commit(id), path: node.place.path, brief: brief,
      previous: previous, isCutShort: cuts.contains { $0.commit == id })
  }

  /// Walks on until all lines of history run through one commit: then no commit that is found later
  /// can descend from one found before. Gives what was walked, the newest last.
  private mutating func explore() -> [ObjectID] {
    var walked: [ObjectID] = []
    var endsHere = false
    while let id = frontier.popNewest() {
      walked.append(id)
      expand(id)
      // Where a line ends, a clock may have let it run ahead of the others that lead there.
      if nodes[id]?.parents.isEmpty ?? true { endsHere = true }
      if frontier.count == 1, !endsHere { break }
    }
    return walked.count > 1 ? order(walked) : walked
  }

  /// Looks for the brief in a commit's parents.
  private mutating func expand(_ id: ObjectID) {
    guard var node = nodes[id] else { return }
    for parent in node.parentIDs {
      do throws(GitError) {
        let known = nodes[parent]
        let outline = try known == nil ? search.repository.outline(of: parent) : nil
        guard let tree = known?.tree ?? outline?.tree,
          let place = try search.place(inParent: tree, of: node.tree, after: node.place)
        else { continue }
        node.previous.append(place)
        node.parents.append(parent)
        if let outline { add(parent, outline, place) }
      } catch {
        cuts.append(HistoryCut(commit: id, missing: parent, error: error))
      }
    }
    nodes[id] = node
  }

  private mutating func add(_ id: ObjectID, _ outline: CommitOutline, _ place: BriefPlace) {
    nodes[id] = Node(
      tree: outline.tree, seconds: outline.seconds, parentIDs: outline.parents, place: place)
    frontier.insert(id, seconds: outline.seconds)
  }

  /// Sorts commits so that children are taken before their parents, and of those that are free to
  /// be taken the newest; the first to take is the last.
  private func order(_ walked: [ObjectID]) -> [ObjectID] {
    var childCounts = Dictionary(uniqueKeysWithValues: walked.map { ($0, 0) })
    for parent in walked.flatMap({ nodes[$0]?.parents ?? [] }) { childCounts[parent]? += 1 }
    var ready = NewestFirst<ObjectID>()
    for id in walked where childCounts[id] == 0 {
      ready.insert(id, seconds: nodes[id]?.seconds ?? .min)
    }
    var taken: [ObjectID] = []
    while let id = ready.popNewest() {
      taken.append(id)
      for parent in nodes[id]?.parents ?? [] {
        guard let count = childCounts[parent] else { continue }
        childCounts[parent] = count - 1
        if count == 1 { ready.insert(parent, seconds: nodes[parent]?.seconds ?? .min) }
      }
    }
    return taken.reversed()
  }
}
