internal import Briefs
internal import Diagnostics
package import Git
package import Workspace

/// All briefs that some commits and those before them ever had, and where each left the tree.
///
/// Looks at every change of every file that may hold a brief, and at those that are taken for briefs
/// from then on, since the policy widens where briefs stand; reads each content once.
package struct HistoryScan: HistoryGuide {
  /// What cannot be read: what was in it is not known.
  package private(set) var gaps: [HistoryGap] = []

  private var nodes: [Node] = []
  private var changes: [FileChange] = []
  private var facts: [ObjectID: BriefFacts] = [:]

  /// The positions of the commits that have another `handoff.yaml` than a parent.
  private var policyPositions: Set<Int> = []

  /// The contents that cannot be read.
  private var unread: Set<ObjectID> = []

  /// The commits that compare trees whose policy cannot be read.
  private var unreadPolicies: [(commit: ObjectID, error: GitError)] = []

  private struct Node {
    let id: ObjectID
    let tree: ObjectID
    let seconds: Int64
    var parents: [Int] = []
  }

  private struct FileChange {
    let commit: Int
    let parent: Int?
    let path: [UInt8]
    let old: ObjectID?
    let new: ObjectID?
  }

  /// Reads the history that leads to some commits; where a name is given, only the briefs that hold
  /// it somewhere are looked into.
  package init(
    of tips: [ObjectID], naming name: String? = nil, in repository: Repository
  ) throws(GitError) {
    let history = try CommitHistory(of: tips, in: repository)
    nodes = history.nodes.map {
      Node(id: $0.id, tree: $0.tree, seconds: $0.seconds, parents: $0.parents)
    }
    gaps = history.cuts.map { cut in
      HistoryGap(cut, affecting: "handoffs that left the tree before it")
    }
    try read(Array(nodes.indices), naming: name, in: repository)
  }

  /// Reads some commits alone, each against its parents: those of which an index says that they
  /// touched a brief.
  package init(
    touching commits: [ObjectID], naming name: String, in repository: Repository
  ) throws(GitError) {
    var places: [ObjectID: Int] = [:]
    var seen: Set<ObjectID> = []
    let commits = commits.filter { seen.insert($0).inserted }
    for commit in commits {
      let outline = try repository.outline(of: commit)
      let place = add(commit, outline, &places)
      for parent in outline.parents {
        // A parent that cannot be read is met again, and named, when the brief is traced.
        guard let before = try? repository.outline(of: parent) else { continue }
        nodes[place].parents.append(add(parent, before, &places))
      }
    }
    try read(commits.compactMap { places[$0] }, naming: name, in: repository)
  }

  private mutating func add(
    _ commit: ObjectID, _ outline: CommitOutline, _ places: inout [ObjectID: Int]
  ) -> Int {
    if let place = places[commit] { return place }
    nodes.append(Node(id: commit, tree: outline.tree, seconds: outline.seconds))
    places[commit] = nodes.count - 1
    return nodes.count - 1
  }

  private mutating func read(
    _ positions: [Int], naming name: String?, in repository: Repository
  ) throws(GitError) {
    var places = PlacesByTree(repository)
    for position in positions {
      let node = nodes[position]
      for parent in node.parents.isEmpty ? [nil] : node.parents.map({ Optional($0) }) {
        do throws(GitError) {
          try compare(position, with: parent, &places)
        } catch {
          gaps.append(
            HistoryGap(error, at: node.id, affecting: "handoffs that changed in commit \(node.id)"))
        }
      }
    }
    if let (commit, error) = unreadPolicies.first {
      let others = unreadPolicies.count == 1 ? "" : " and in others"
      gaps.append(
        HistoryGap(
          commit: commit, missing: nil, isMissing: error.code == .notFound,
          reason: error.description,
          affects: "handoffs that stand elsewhere than in handoffs/, there\(others)",
          file: Policy.fileName, object: ObjectID(hex: error.object)))
    }
    try readFacts(naming: name.map { Array($0.utf8) }, in: repository)
  }

  private mutating func compare(
    _ position: Int, with parent: Int?, _ places: inout PlacesByTree
  ) throws(GitError) {
    let tree = nodes[position].tree
    let old = parent.map { nodes[$0].tree }
    guard old != tree else { return }
    var inside: [BriefPlaces] = []
    for tree in [tree, old].compactMap({ $0 }) {
      do throws(GitError) {
        inside.append(try places.places(inTree: tree))
      } catch {
        // Without the policy's word, briefs are looked for where they stand by default.
        inside.append(BriefPlaces(nil))
        unreadPolicies.append((nodes[position].id, error))
      }
    }
    var changed: Set<[UInt8]> = []
    try places.repository.changes(from: old, to: tree) { change in
      changed.insert(change.path)
      if change.path == Policy.path { policyPositions.insert(position) }
      guard inside.contains(where: { $0.contains(change.path) }) else { return }
      changes.append(
        FileChange(
          commit: position, parent: parent, path: change.path, old: change.old?.fileID,
          new: change.new?.fileID))
    }
    guard let now = inside.first, let before = inside.dropFirst().first, now != before else {
      return
    }
    let added = now.beyond(before)
    for root in added.roots {
      for file in try places.repository.files(inTree: tree, under: root)
      where added.contains(file.path) && !before.contains(file.path)
        && changed.insert(file.path).inserted
      {
        // It stood there before, and is a brief from here on.
        changes.append(
          FileChange(
            commit: position, parent: parent, path: file.path, old: nil, new: file.entry.fileID))
      }
    }
  }

  private mutating func readFacts(
    naming name: [UInt8]?, in repository: Repository
  ) throws(GitError) {
    let blobs = Set(changes.flatMap { [$0.old, $0.new] }.compactMap { $0 })
    var faults: [(blob: ObjectID, error: GitError)] = []
    // To find the order costs more than it saves where little is read. What is not stored is tried
    // too, so that it is named.
    let stored = blobs.count > 1_000 ? try repository.inStorageOrder(blobs) : []
    for blob in stored + blobs.subtracting(stored).sorted() {
      do throws(GitError) {
        guard try repository.size(of: blob) <= Brief.sizeLimit else { continue }
        let bytes = try repository.blob(blob, atMost: Brief.sizeLimit)
        if let name, !bytes.holds(name) { continue }
        facts[blob] = Brief(reading: SourceText(bytes)).flatMap { BriefFacts($0) }
      } catch {
        faults.append((blob, error))
      }
    }
    unread = Set(faults.map(\.blob))
    // A partial clone lacks most contents: one sentence is enough for all of them.
    if let (blob, error) = faults.min(by: { $0.blob < $1.blob }) {
      let others = faults.count == 1 ? "" : ", one of \(faults.count) that cannot be read"
      gaps.append(
        HistoryGap(
          error, of: blob, affecting: "whether a handoff stood in the file \(blob)\(others)"))
    }
  }
}

extension HistoryScan {
  /// The ids of all briefs.
  package var ids: Set<String> { Set(facts.values.map(\.id)) }

  /// The accounts that briefs named, as they are written.
  package var accounts: Set<String> { Set(facts.values.compactMap(\.account)) }

  /// Whether there ever was a brief.
  package func has(_ brief: String) -> Bool { facts.values.contains { $0.id == brief } }

  /// The briefs that ever named an account.
  package func briefs(of account: String) -> Set<String> {
    let folded = account.foldedAccount
    return Set(
      facts.values.filter { $0.account?.foldedAccount.utf8.elementsEqual(folded.utf8) ?? false }
        .map(\.id))
  }

  /// The briefs that ever came after another.
  package func briefs(after id: String) -> Set<String> {
    Set(facts.values.filter { $0.after.contains(id) }.map(\.id))
  }

  /// The briefs that a brief ever came after.
  package func briefs(before id: String) -> Set<String> { predecessors(of: id).intersection(ids) }

  /// The ids that a brief ever named as those before it, whether there are such briefs or not.
  package func predecessors(of id: String) -> Set<String> {
    Set(facts.values.filter { $0.id == id }.flatMap(\.after))
  }

  /// The paths at which a brief ever stood, those that are named after it first.
  package func paths(of id: String) -> [[UInt8]] {
    let named = Array("/\(id).md".utf8)
    let paths = Set(changes.filter { holds(id, $0.new, at: $0.path, named) }.map(\.path))
    return paths.sorted { left, right in
      let (isNamed, isOtherNamed) = (left.hasSuffix(named), right.hasSuffix(named))
      return isNamed == isOtherNamed ? left.lexicographicallyPrecedes(right) : isNamed
    }
  }

  /// Whether a file is the brief, or cannot be read and is named after it.
  private func holds(_ id: String, _ blob: ObjectID?, at path: [UInt8], _ named: [UInt8]) -> Bool {
    guard let blob else { return false }
    return facts[blob]?.id == id || unread.contains(blob) && path.hasSuffix(named)
  }

  /// The commits that changed `handoff.yaml`, parents before children.
  package func policyChanges() -> [ObjectID] { policyPositions.sorted().map { nodes[$0].id } }

  /// Nothing is known that a trace would not find by itself.
  package func touched(by brief: String) -> TouchedCommits? { nil }

  /// Not known: it looks at briefs alone.
  package func commits(touching file: [UInt8], upTo commit: ObjectID) -> [ObjectID]? { nil }

  /// The changes that left a brief out, the oldest first by the committers' clocks.
  package func departures(of id: String) -> [Departure] {
    struct Edge: Hashable {
      let commit: Int
      let parent: Int
    }
    var left: [(edge: Edge, path: [UInt8])] = []
    var kept: Set<Edge> = []
    for change in changes {
      guard let parent = change.parent else { continue }
      let edge = Edge(commit: change.commit, parent: parent)
      // A file that is there and cannot be read is not taken out.
      if let new = change.new, unread.contains(new) || facts[new]?.id == id { kept.insert(edge) }
      if let old = change.old, facts[old]?.id == id { left.append((edge, change.path)) }
    }
    // The order is the same whichever commits were looked at.
    return left.filter { !kept.contains($0.edge) }.map { edge, path in
      let commit = nodes[edge.commit]
      return (
        seconds: commit.seconds,
        departure: Departure(last: nodes[edge.parent].id, path: path, commit: commit.id)
      )
    }.sorted { left, right in
      if left.seconds != right.seconds { return left.seconds < right.seconds }
      let (first, second) = (left.departure, right.departure)
      if first.commit != second.commit { return first.commit < second.commit }
      if first.last != second.last { return first.last < second.last }
      return first.path.lexicographicallyPrecedes(second.path)
    }.map(\.departure)
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }
}

/// The places of briefs by the policy of each tree, each policy read once.
private struct PlacesByTree {
  let repository: Repository
  private let store: BlobStore
  private var known: [ObjectID?: BriefPlaces] = [:]

  init(_ repository: Repository) {
    self.repository = repository
    store = BlobStore(repository: repository)
  }

  mutating func places(inTree tree: ObjectID) throws(GitError) -> BriefPlaces {
    let entry = try repository.policyEntry(inTree: tree)
    if let places = known[entry?.id] { return places }
    let policy = try entry.map { (entry) throws(GitError) in try store.policy(entry) }
    let places = BriefPlaces(policy)
    known[entry?.id] = places
    return places
  }
}

extension TreeEntry {
  /// The content of an ordinary file; nil for anything else.
  fileprivate var fileID: ObjectID? { mode.isOrdinaryFile ? id : nil }
}
