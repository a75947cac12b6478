internal import Briefs
internal import Git
internal import Rules

/// Answers what a rule asks of the tree around a brief, reading no more than it must.
final class TreeLookup {
  private let tree: ObjectID
  private let places: BriefPlaces
  private let repository: Repository
  private let store: BlobStore
  private let proof: SignatureProof
  private let parentDay: CalendarDate?
  private lazy var verifier = proof.verifier(in: repository)
  private var pathsByStem: [String: [[UInt8]]]?

  init(
    tree: ObjectID, places: BriefPlaces, _ repository: Repository, _ store: BlobStore,
    signatures proof: SignatureProof = .here, parentDay: CalendarDate? = nil
  ) {
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
          (try? repository.entry(at: Array(file.utf8), inTree: tree)) != nil
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
  func paths(of id: String) throws(GitError) -> [[UInt8]] {
    var found: [[UInt8]] = []
    for path in try stems()[id] ?? [] {
      guard let entry = try repository.entry(at: path, inTree: tree) else { continue }
      if try store.brief(entry)?.id == id { found.append(path) }
    }
    return found
  }

  /// The briefs' paths in the folder of a file, but for its own, whose bytes hold a brief's id.
  func neighbours(of path: [UInt8], naming id: String) throws(GitError) -> [[UInt8]] {
    let folder = Array(path[..<(path.lastIndex(of: UInt8(ascii: "/")) ?? 0)])
    let name = Array(id.utf8)
    var found: [[UInt8]] = []
    for file in try repository.files(inTree: tree, under: folder)
    where file.path != path && places.contains(file.path) {
      let isFile = file.entry.mode == .regular || file.entry.mode == .executable
      guard isFile, try repository.size(of: file.entry.id) <= Brief.sizeLimit else { continue }
      let bytes = try repository.blob(file.entry.id, atMost: Brief.sizeLimit)
      if bytes.holds(name) { found.append(file.path) }
    }
    return found
  }

  /// The brief that stands at a path; nil where none does.
  func brief(at path: [UInt8]) throws(GitError) -> Brief? {
    guard let entry = try repository.entry(at: path, inTree: tree) else { return nil }
    return try store.brief(entry)
  }

  /// A look-up that fails finds nothing: the rule then says that it is not there, which refuses.
  private func brief(_ id: String, besides path: [UInt8]) -> Brief? {
    let directory = path.prefix(through: path.lastIndex(of: UInt8(ascii: "/")) ?? 0)
    let neighbour = directory + Array("\(id).md".utf8)
    for candidate in [Array(neighbour)] + ((try? paths(of: id)) ?? []) where candidate != path {
      if places.contains(candidate),
        let entry = try? repository.entry(at: candidate, inTree: tree),
        let found = try? store.brief(entry), found.id == id
      {
        return found
      }
    }
    return nil
  }

  private func bytes(of file: String) -> [UInt8]? {
    // A file that cannot be read is as good as none: the rule says so.
    guard RepositoryPath.isSafe(file),
      let entry = try? repository.entry(at: Array(file.utf8), inTree: tree),
      entry.mode == .regular || entry.mode == .executable
    else { return nil }
    return try? repository.blob(entry.id, atMost: BlobStore.evidenceLimit)
  }

  private func namesakes(of id: String, besides path: [UInt8]) -> [String] {
    // Names that cannot be listed make the gate fail when it reads the tree itself.
    ((try? paths(of: id)) ?? []).filter { $0 != path }.map { String(decoding: $0, as: UTF8.self) }
  }

  private func stems() throws(GitError) -> [String: [[UInt8]]] {
    if let pathsByStem { return pathsByStem }
    var result: [String: [[UInt8]]] = [:]
    for root in places.roots {
      for file in try repository.files(inTree: tree, under: root) where places.contains(file.path) {
        let name = file.path.split(separator: UInt8(ascii: "/")).last.map { Array($0) } ?? []
        let stem = name[..<(name.lastIndex(of: UInt8(ascii: ".")) ?? name.count)]
        result[String(decoding: stem, as: UTF8.self), default: []].append(file.path)
      }
    }
    pathsByStem = result
    return result
  }
}

extension [UInt8] {
  /// Whether other bytes stand anywhere in these.
  fileprivate func holds(_ words: [UInt8]) -> Bool {
    guard let first = words.first else { return true }
    return withUnsafeBytes { own in
      words.withUnsafeBytes { words in
        var start = 0
        while start + words.count <= own.count {
          let rest = UnsafeRawBufferPointer(rebasing: own[start...])
          guard let hit = rest.firstIndex(of: first), hit + words.count <= rest.count else {
            return false
          }
          if rest[hit..<(hit + words.count)].elementsEqual(words) { return true }
          start += hit + 1
        }
        return false
      }
    }
  }
}
