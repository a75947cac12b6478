internal import Briefs
internal import Diagnostics
internal import Git
internal import Rules

/// One change on its way through the rules.
struct Judgement {
  private let prepared: PreparedChange
  private let repository: Repository
  private let store: BlobStore
  private let concern: Judge.Concern
  private let table: PathTable?
  private let lookup: TreeLookup
  private(set) var diagnostics: [Diagnostic] = []

  /// The files of the result in places of briefs.
  private let result: [FileVersion]

  /// What became of the briefs.
  private let briefs: [BriefChange]

  private var change: Change { prepared.change }
  private var law: Law { prepared.law }

  /// Reads the briefs that a change touches.
  init(
    of prepared: PreparedChange, in repository: Repository, _ store: BlobStore,
    concern: Judge.Concern, signatures proof: SignatureProof, table: PathTable?
  ) throws(GitError) {
    self.prepared = prepared
    self.repository = repository
    self.store = store
    self.concern = concern
    self.table = table
    lookup = TreeLookup(
      tree: prepared.change.tree, places: prepared.law.resultPlaces, repository, store,
      signatures: proof, parentDay: prepared.parentDay, table: table)
    var result: [FileVersion] = []
    for (path, entry) in prepared.files.result where prepared.law.resultPlaces.contains(path) {
      result.append(try store.version(path, entry))
    }
    var parents: [[FileVersion]] = []
    for files in prepared.files.parents {
      var versions: [FileVersion] = []
      for (path, entry) in files where prepared.law.places.contains(path) {
        versions.append(try store.version(path, entry))
      }
      parents.append(versions)
    }
    if prepared.law.resultPlaces != prepared.law.places {
      try prepared.addPathsLeftOutside(&parents, in: repository, store)
      try prepared.addPathsTakenIn(&result, in: repository, store)
    }
    self.result = result
    briefs = try BriefChange.matching(
      result: result, parents: parents, priorJudgements: prepared.priorJudgements
    ) { [lookup] (id) throws(GitError) in try lookup.versions(of: id) }
  }

  /// How many briefs the change touches.
  var briefCount: Int { briefs.count }

  /// The files in places of briefs that are none, as sentences.
  var notes: [String] { result.filter { $0.brief == nil }.map(\.passedOver) }

  /// The ids of the briefs of which later ones may have to carry on more than before.
  var gainingBriefs: [String] { briefs.filter(\.gainedWhatTravels).compactMap(\.brief?.id) }

  /// Judges everything that the change touches.
  mutating func judgeChanges() throws(GitError) {
    for brief in briefs { diagnostics += found(in: brief) }
    if let failure = lookup.failure { throw failure }
    try judgeAttributes()
    diagnostics += prepared.files.faults.filter { law.places.mayLieBelow($0.directory) }
      .map(\.diagnostic)
    diagnostics += try prepared.policyDiagnostics(in: repository, store)
    try judgeEvidence()
  }

  /// What the rules find in one brief.
  ///
  /// History is read only where one of them would refuse a brief that is new and well-formed.
  private func found(in brief: BriefChange) -> [Diagnostic] {
    let found = Judge.diagnostics(
      for: lookup.subject(brief, law.judging, change), concern: concern)
    guard found.contains(where: { $0.severity == .error }), isBroughtBack(brief) else {
      return found
    }
    return Judge.diagnostics(
      for: lookup.subject(brief.asInherited, law.judging, change), concern: concern)
  }

  /// Whether a brief comes back to the tree just as it was when it left it.
  private func isBroughtBack(_ brief: BriefChange) -> Bool {
    guard brief.previous.isEmpty, let id = brief.brief?.id, brief.brief?.isSound ?? false,
      table?.hasDeparture(of: brief.path) ?? true,
      // Where history cannot be read, it is not known to, and the brief is judged as a new one.
      let paths = try? lookup.paths(of: id), paths == [brief.path],
      let last = try? LastVersion.broughtBack(
        at: brief.path, by: change.tree, after: change.parents, in: repository)
    else { return false }
    return last.entry.mode.isOrdinaryFile
  }

  /// Judges the briefs that did not change but come after one that did.
  mutating func judgeLaterBriefs() throws(GitError) {
    let later = LaterBriefs(lookup: lookup, policy: law.judging, change: change)
    let judged = Set(briefs.filter { !$0.isInherited }.map(\.path))
    for brief in briefs {
      let lost = try later.diagnostics(after: brief, besides: judged)
      // What comes back unchanged asks no more of those that come after it than it did before.
      if lost.contains(where: { $0.severity == .error }), isBroughtBack(brief) { continue }
      diagnostics += lost
    }
    if let failure = lookup.failure { throw failure }
  }

  /// What rewrites a brief is found when the brief changes, and when the attributes do.
  private mutating func judgeAttributes() throws(GitError) {
    var paths = Set(result.filter { $0.brief != nil }.map(\.path))
    let name = Array(".gitattributes".utf8)
    if prepared.files.result.contains(where: {
      $0.path.split(separator: UInt8(ascii: "/")).last == name[...]
    }) {
      for root in law.resultPlaces.roots {
        let files = try repository.files(inTree: change.tree, under: root)
        paths.formUnion(files.map(\.path).filter { law.resultPlaces.contains($0) })
      }
    }
    let (repository, tree, table) = (repository, change.tree, table)
    var attributes = AttributeFaults { (path) throws(GitError) in
      guard table?.contains(path) ?? true,
        let entry = try repository.file(at: path, inTree: tree)
      else { return nil }
      return try repository.blob(entry.id, atMost: Brief.sizeLimit)
    }
    for path in paths.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let attribute = try attributes.attribute(of: path) else { continue }
      diagnostics.append(.rewritten(by: attribute, path))
    }
  }

  private mutating func judgeEvidence() throws(GitError) {
    let parents = prepared.files.parents.map { $0.filter { Evidence.contains($0.path) } }
    if parents.allSatisfy(\.isEmpty) { return }
    let erased = Set(law.judging.erased.map { Array($0.file.utf8) })
    let result = Dictionary(
      prepared.files.result.map { ($0.path, $0.entry) }, uniquingKeysWith: { first, _ in first })
    // A file that may be run has the same content as one that may not.
    let changed = Set(
      parents.joined().filter { path, entry in
        !erased.contains(path) && !(result[path].map { $0.isSameFile(as: entry) } ?? false)
      }.map(\.path))
    for path in changed.sorted(by: { $0.lexicographicallyPrecedes($1) })
    where !isPutBack(path, result[path]) {
      diagnostics.append(Evidence.changed(path, isGone: result[path] == nil))
    }
  }

  /// Whether a record that was changed before is now as it was first put there.
  private func isPutBack(_ path: [UInt8], _ entry: TreeEntry?) -> Bool {
    // Where history cannot be read, it is not known to be, and the record stays as it is.
    guard let entry,
      let first = try? FirstRecord.entry(at: path, before: change.parents, in: repository)
    else { return false }
    return entry.isSameFile(as: first)
  }
}

extension PreparedChange {
  /// A wider pattern makes briefs of the files that it takes in, though none changed.
  fileprivate func addPathsTakenIn(
    _ result: inout [FileVersion], in repository: Repository, _ store: BlobStore
  ) throws(GitError) {
    let known = Set(result.map(\.path))
    for file in try repository.files(inTree: change.tree)
    where law.resultPlaces.contains(file.path) && !law.places.contains(file.path)
      && !known.contains(file.path)
    {
      result.append(try store.version(file.path, file.entry))
    }
  }

  /// A narrower pattern drops the briefs that it leaves outside, though no file changed.
  fileprivate func addPathsLeftOutside(
    _ parents: inout [[FileVersion]], in repository: Repository, _ store: BlobStore
  ) throws(GitError) {
    for (index, tree) in parentTrees.enumerated() {
      let known = Set(parents[index].map(\.path))
      for file in try repository.files(inTree: tree)
      where law.places.contains(file.path) && !law.resultPlaces.contains(file.path)
        && !known.contains(file.path)
      {
        parents[index].append(try store.version(file.path, file.entry))
      }
    }
  }
}
