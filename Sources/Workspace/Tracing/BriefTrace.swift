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

    /// The commits of the trace that come right before it, and where the brief stands there: the
    /// parents, or the nearest from which on nothing changed up to those.
    fileprivate(set) var earlier: [(commit: ObjectID, place: BriefPlace)]

    /// The committer's time: good for ordering only.
    let seconds: Int64

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
    var earlier: [(commit: ObjectID, place: BriefPlace)] = []
    var isCutShort = false
  }

  let search: BriefSearch
  private let touched: TouchedCommits?
  private var nodes: [ObjectID: Node] = [:]
  private var beginnings: Set<ObjectID> = []

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
    if beginnings.contains(commit) { return true }
    let outline = try search.repository.outline(of: commit)
    guard let place = try search.place(inTree: outline.tree, near: path) else { return false }
    if let error = place.fault {
      cuts.append(HistoryCut(commit: commit, missing: commit, error: error, file: place.path))
    }
    add(commit, outline, place)
    beginnings.insert(commit)
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
    guard let id = sorted.popLast(), let step = step(id) else { return nil }
    nodes[id] = nil
    return step
  }

  private func step(_ id: ObjectID) -> Step? {
    guard let node = nodes[id] else { return nil }
    return Step(
      commit: id, place: node.place, parents: node.parents, earlier: node.earlier,
      seconds: node.seconds, isCutShort: node.isCutShort)
  }

  /// Reads history to its end, so that copies of the trace are followed without reading it again.
  ///
  /// Commits in which nothing became of the brief are left out then, but for those that the trace
  /// begins at: what is read of the others does not depend on which were leapt over.
  package mutating func readAhead() {
    var steps: [Step] = []
    while let step = nextStep() { steps.append(step) }
    ahead = Self.inOrder(Self.withoutStandstill(steps, from: beginnings))
  }

  /// Steps, the newest first, without those that have the brief as all their parents have it; each
  /// comes after the nearest that are left.
  private static func withoutStandstill(
    _ steps: [Step], from beginnings: Set<ObjectID>
  ) -> [Step] {
    var nearest: [ObjectID: [(commit: ObjectID, place: BriefPlace)]] = [:]
    var left: [Step] = []
    for var step in steps.reversed() {
      var seen: Set<ObjectID> = []
      step.earlier = step.earlier.flatMap { nearest[$0.commit] ?? [$0] }
        .filter { seen.insert($0.commit).inserted }
      // A beginning is nobody's parent then, whether something else leads through it or not.
      nearest[step.commit] = step.isStandstill ? step.earlier : [(step.commit, step.place)]
      if !step.isStandstill || beginnings.contains(step.commit) { left.append(step) }
    }
    return left
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
      if nodes[id]?.earlier.isEmpty ?? true { endsHere = true }
      if frontier.count == 1, !endsHere { break }
    }
    guard walked.count > 1 else { return walked }
    return Self.inOrder(walked.compactMap { step($0) }).map(\.commit)
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
    node.earlier = node.parents
    if !node.isCutShort, let earlier = leap(from: id, to: node.parents) { node.earlier = earlier }
    for (parent, place) in node.earlier where nodes[parent] == nil {
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
}
