package import Briefs
package import Git
internal import Rules

/// Answers what a rule asks of the tree around a brief, reading no more than it must.
package final class TreeLookup {
  private let tree: ObjectID
  private let places: BriefPlaces
  private let repository: Repository
  private let store: BlobStore
  private let proof: SignatureProof
  private let parentDay: CalendarDate?
  private lazy var verifier = proof.verifier(in: repository)
  private let table: PathTable?
  private var pathsByStem: [String: [[UInt8]]]?

  /// The first thing that a rule asked for and that could not be read.
  private(set) var failure: GitError?

  package init(
    tree: ObjectID, places: BriefPlaces, _ repository: Repository, _ store: BlobStore,
    signatures proof: SignatureProof = .here, parentDay: CalendarDate? = nil,
    table: PathTable? = nil
  ) {
    self.table = table
    self.tree = tree
    self.places = places
    self.repository = repository
    self.store = store
    self.proof = proof
    self.parentDay = parentDay
  }

  func subject(_ change: BriefChange, _ policy: Policy, _ whole: Change) -> Subject {
    let path = change.path
    return Subject(
      brief: change.brief ?? .gone, path: String(decoding: path, as: UTF8.self),
      previous: change.previous, previousJudgedHere: change.previousJudgedHere,
      previousJudged: change.previousJudged,
      isGone: change.brief == nil, isInherited: change.isInherited,
      isJudgedElsewhere: change.isJudgedElsewhere,
      policy: policy, day: whole.day, parentDay: parentDay, author: whole.author,
      surroundings: Surroundings(
        brief: { [self] id in brief(id, besides: path) },
        file: { [self] file in bytes(of: file) },
        hasFile: { [self] file in
          asked { () throws(GitError) in
            try repository.entry(at: Array(file.utf8), inTree: tree)
          } != nil
        },
        namesakes: { [self] id in
          change.isNewlyNamed ? namesakes(of: id, besides: path) : []
        },
        verification: { [self] approval, id in
          verifier.verdict(on: approval, in: id, by: policy)
        },
        approvedVersion: { [self] approval in
          version(of: change, coveredBy: approval, before: whole)
        }))
  }

  /// Where history cannot be read, what an approval covers is unknown: the rule says so.
  private func version(
    of change: BriefChange, coveredBy approval: Approval, before whole: Change
  ) -> Brief? {
    guard let id = change.brief?.id,
      var trace = try? BriefTrace(
        of: id, near: change.path, from: whole.parents, in: repository, store)
    else { return nil }
    return try? trace.nextVersion(coveredBy: approval)?.brief
  }

  /// The paths of the tree's briefs that bear an id; by name first, so that few files are read.
  package func paths(of id: String) throws(GitError) -> [[UInt8]] {
    try versions(of: id).map(\.path)
  }

  /// The tree's briefs that bear an id.
  func versions(of id: String) throws(GitError) -> [FileVersion] {
    var found: [FileVersion] = []
    for path in try paths(ofStem: id) {
      guard let entry = try repository.entry(at: path, inTree: tree) else { continue }
      let version = try store.version(path, entry)
      if version.brief?.id == id { found.append(version) }
    }
    return found
  }

  /// The briefs' paths in the folder of a file, but for its own, that come after a brief.
  func neighbours(of path: [UInt8], after id: String) throws(GitError) -> [[UInt8]] {
    let folder = Array(path[..<(path.lastIndex(of: UInt8(ascii: "/")) ?? 0)])
    var found: [[UInt8]] = []
    for file in try repository.files(inTree: tree, under: folder)
    where file.path != path && places.contains(file.path) {
      if file.entry.mode.isOrdinaryFile, try store.follows(file.entry, id) {
        found.append(file.path)
      }
    }
    return found
  }

  /// The brief that stands at a path; nil where none does.
  package func brief(at path: [UInt8]) throws(GitError) -> Brief? {
    guard let entry = try repository.entry(at: path, inTree: tree) else { return nil }
    return try store.brief(entry)
  }

  /// A look-up that fails finds nothing, and is remembered: nothing is judged by half.
  private func asked<Answer>(_ question: () throws(GitError) -> Answer?) -> Answer? {
    do throws(GitError) {
      return try question()
    } catch {
      // A file that is too large to be looked into is as good as none: the rule says so.
      if error.code != .tooLarge { failure = failure ?? error }
      return nil
    }
  }

  private func brief(_ id: String, besides path: [UInt8]) -> Brief? {
    let directory = path.prefix(through: path.lastIndex(of: UInt8(ascii: "/")) ?? 0)
    let neighbour = Array(directory) + Array("\(id).md".utf8)
    if neighbour != path, places.contains(neighbour), let found = brief(id, at: neighbour) {
      return found
    }
    let others = asked { () throws(GitError) in try paths(of: id) } ?? []
    return others.lazy.filter { $0 != path }.compactMap { self.brief(id, at: $0) }.first
  }

  private func brief(_ id: String, at path: [UInt8]) -> Brief? {
    let found = asked { () throws(GitError) in try self.brief(at: path) }
    return found?.id == id ? found : nil
  }

  private func bytes(of file: String) -> [UInt8]? {
    guard RepositoryPath.isSafe(file) else { return nil }
    return asked { () throws(GitError) in
      guard let entry = try repository.entry(at: Array(file.utf8), inTree: tree),
        entry.mode.isOrdinaryFile
      else { return nil }
      return try repository.blob(entry.id, atMost: BlobStore.evidenceLimit)
    }
  }

  private func namesakes(of id: String, besides path: [UInt8]) -> [String] {
    (asked { () throws(GitError) in try paths(of: id) } ?? [])
      .filter { $0 != path }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The paths of the briefs whose files have a name; with a table, of some that may have been.
  private func paths(ofStem stem: String) throws(GitError) -> [[UInt8]] {
    guard let table else { return try stems()[stem] ?? [] }
    return table.paths(ofStem: Array(stem.utf8)).filter { places.contains($0) }
  }

  private func stems() throws(GitError) -> [String: [[UInt8]]] {
    if let pathsByStem { return pathsByStem }
    var result: [String: [[UInt8]]] = [:]
    for root in places.roots {
      for file in try repository.files(inTree: tree, under: root) where places.contains(file.path) {
        let stem = String(decoding: RepositoryPath.stem(of: file.path), as: UTF8.self)
        result[stem, default: []].append(file.path)
      }
    }
    pathsByStem = result
    return result
  }
}
