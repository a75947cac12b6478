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

  /// One commit on the way, whether it changed the brief or not.
  package struct Step {
    /// The commit.
    package let commit: ObjectID
    let place: BriefPlace

    /// The parents that have the brief, and where.
    let parents: [(commit: ObjectID, place: BriefPlace)]

    /// Whether a parent, or its file, cannot be read.
    package let isCutShort: Bool

    /// Whether the brief stands elsewhere or has another content than in every parent.
    var isVersion: Bool { !parents.contains { $0.place.isSame(as: place) } }
  }

  private struct Node {
    let tree: ObjectID
    let seconds: Int64
    let parentIDs: [ObjectID]
    let place: BriefPlace
    var parents: [(commit: ObjectID, place: BriefPlace)] = []
    var isCutShort = false
  }

  let search: BriefSearch
  private let touched: TouchedCommits?
  private var nodes: [ObjectID: Node] = [:]

  /// Commits that are found and whose parents are not looked at yet.
  private var frontier = NewestFirst<ObjectID>()

  /// Commits in their order, the next one last.
  private var sorted: [ObjectID] = []

  /// What was read ahead, the next one last.
  private var ahead: [Step] = []

  /// Begins at commits, where the brief is found at a path or by its name; without it there the
  /// trace is empty.
  ///
  /// Commits that are known not to touch the brief are leapt over.
  package init(
    of id: String, near path: [UInt8]? = nil, from commits: [ObjectID], in repository: Repository,
    _ store: BlobStore, touched: TouchedCommits? = nil
  ) throws(GitError) {
    self.init(of: id, in: repository, store, touched: touched)
    for commit in commits { try begin(at: commit, near: path) }
  }

  /// A trace that begins nowhere yet.
  package init(
    of id: String, in repository: Repository, _ store: BlobStore, touched: TouchedCommits? = nil
  ) {
    search = BriefSearch(id: id, repository: repository, store: store)
    self.touched = touched
  }

  /// Begins at one more commit, before the first step is taken.
  ///
  /// False where the commit does not have the brief.
  @discardableResult
  package mutating func begin(
    at commit: ObjectID, near path: [UInt8]?
  ) throws(GitError) -> Bool {
    if nodes[commit] != nil { return true }
    let outline = try search.repository.outline(of: commit)
    guard let place = try search.place(inTree: outline.tree, near: path) else { return false }
    if let error = place.fault {
      cuts.append(HistoryCut(commit: commit, missing: commit, error: error, file: place.path))
    }
    add(commit, outline, place)
    return true
  }

  /// The next older version; nil where there is none, or none that can be read.
  package mutating func next() throws(GitError) -> BriefVersion? {
    while let step = nextStep() {
      if step.isVersion, let version = try version(step) { return version }
    }
    return nil
  }

  /// The next older commit that has the brief.
  package mutating func nextStep() -> Step? {
    if let step = ahead.popLast() { return step }
    if sorted.isEmpty, frontier.count > 0 { sorted = explore() }
    guard let id = sorted.popLast(), let node = nodes.removeValue(forKey: id) else { return nil }
    return Step(
      commit: id, place: node.place, parents: node.parents, isCutShort: node.isCutShort)
  }

  /// Reads history to its end, so that copies of the trace are followed without reading it again.
  package mutating func readAhead() {
    var steps: [Step] = []
    while let step = nextStep() { steps.append(step) }
    ahead = steps.reversed()
  }

  /// The brief as it is at a place of a step.
  func brief(at place: BriefPlace) throws(GitError) -> Brief? {
    if let fault = place.fault { return .unreadable(fault.description) }
    return try search.store.brief(place.entry)
  }

  /// A step as a version of the brief.
  func version(_ step: Step) throws(GitError) -> BriefVersion? {
    guard !step.isUnread, let brief = try brief(at: step.place) else { return nil }
    var previous: [Brief] = []
    var seen: Set<ObjectID> = []
    for parent in step.parents
    where parent.place.fault == nil && seen.insert(parent.place.entry.id).inserted {
      previous += [try self.brief(at: parent.place)].compactMap { $0 }
    }
    return BriefVersion(
      commit: try search.repository.commit(step.commit), path: step.place.path, brief: brief,
      previous: previous, isCutShort: step.isCutShort)
  }

  /// Walks on until all lines of history run through one commit; gives what was walked, newest last.
  ///
  /// No commit that is found later can then descend from one found before.
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
    var seen: Set<ObjectID> = []
    // A merge of a commit with itself has one parent.
    for parent in node.parentIDs where seen.insert(parent).inserted {
      do throws(GitError) {
        let tree = try tree(of: parent)
        guard let place = try search.place(inParent: tree, of: node.tree, after: node.place) else {
          continue
        }
        node.parents.append((parent, place))
        guard let error = place.fault, !place.isSame(as: node.place) else { continue }
        node.isCutShort = true
        cuts.append(HistoryCut(commit: id, missing: parent, error: error, file: place.path))
      } catch {
        node.isCutShort = true
        cuts.append(HistoryCut(commit: id, missing: parent, error: error))
      }
    }
    if !node.isCutShort, let earlier = leap(from: id, to: node.parents) { node.parents = earlier }
    for (parent, place) in node.parents where nodes[parent] == nil {
      do throws(GitError) {
        add(parent, try search.repository.outline(of: parent), place)
      } catch {
        node.isCutShort = true
        cuts.append(HistoryCut(commit: id, missing: parent, error: error))
      }
    }
    nodes[id] = node
  }

  /// The nearest earlier commits that may have changed the brief, in place of a commit's parents;
  /// nil where none are known, or where the brief does not stand in them as it does in the parents.
  private func leap(
    from id: ObjectID, to parents: [(commit: ObjectID, place: BriefPlace)]
  ) -> [(commit: ObjectID, place: BriefPlace)]? {
    guard let nearest = touched?.nearest(before: id) else { return nil }
    var result: [(commit: ObjectID, place: BriefPlace)] = []
    for earlier in nearest {
      // What cannot be read is met again, and named, on the way commit by commit.
      guard let tree = try? tree(of: earlier) else { return nil }
      for place in parents.map(\.place) {
        let found = try? BriefPlace(at: place.path, inTree: tree, after: place, search.repository)
        guard let found, found.isSame(as: place) else { continue }
        result.append((earlier, found.unread(place.fault)))
        break
      }
    }
    let isComplete = parents.allSatisfy { parent in
      result.contains { $0.place.isSame(as: parent.place) }
    }
    return isComplete ? result : nil
  }

  private func tree(of commit: ObjectID) throws(GitError) -> ObjectID {
    if let node = nodes[commit] { return node.tree }
    return try search.repository.outline(of: commit).tree
  }

  private mutating func add(_ id: ObjectID, _ outline: CommitOutline, _ place: BriefPlace) {
    nodes[id] = Node(
      tree: outline.tree, seconds: outline.seconds, parentIDs: outline.parents, place: place)
    frontier.insert(id, seconds: outline.seconds)
  }

  /// Sorts commits so that children are taken before their parents, and of those that are free to
  /// be taken the newest; the first to take is the last.
  ///
  /// A commit that changed nothing is taken as soon as it is free, so that the order of the versions
  /// does not depend on what lies between them.
  private func order(_ walked: [ObjectID]) -> [ObjectID] {
    var childCounts = Dictionary(uniqueKeysWithValues: walked.map { ($0, 0) })
    for parent in walked.flatMap({ nodes[$0]?.parents ?? [] }) {
      childCounts[parent.commit]? += 1
    }
    var ready = NewestFirst<ObjectID>()
    for id in walked.sorted() where childCounts[id] == 0 {
      ready.insert(id, seconds: urgency(of: id))
    }
    var taken: [ObjectID] = []
    while let id = ready.popNewest() {
      taken.append(id)
      for (parent, _) in nodes[id]?.parents ?? [] {
        guard let count = childCounts[parent] else { continue }
        childCounts[parent] = count - 1
        if count == 1 { ready.insert(parent, seconds: urgency(of: parent)) }
      }
    }
    return taken.reversed()
  }

  private func urgency(of id: ObjectID) -> Int64 {
    guard let node = nodes[id] else { return .min }
    let isVersion = !node.parents.contains { $0.place.isSame(as: node.place) }
    return isVersion ? node.seconds : .max
  }
}
