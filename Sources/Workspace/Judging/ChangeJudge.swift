internal import Briefs
internal import Diagnostics
package import Git
package import Rules

/// Judges a change: the one function behind every gate, so that all doors say the same.
package final class ChangeJudge {
  private let repository: Repository
  private let store: BlobStore
  private let concern: Judge.Concern
  private let proof: SignatureProof
  private let table: PathTable?
  private let preparation: ChangePreparation

  /// A judge of changes in a repository; `table` holds every path that their trees have.
  package init(
    repository: Repository, concern: Judge.Concern = .everything,
    signatures proof: SignatureProof = .here, store: BlobStore? = nil, table: PathTable? = nil
  ) {
    self.repository = repository
    self.concern = concern
    self.proof = proof
    self.table = table
    self.store = store ?? BlobStore(repository: repository)
    preparation = ChangePreparation(repository: repository, store: self.store)
  }

  /// What is wrong with a change; only what it changes is read.
  package func verdict(
    on change: Change, _ question: ChangePreparation.Question = ChangePreparation.Question()
  ) throws(GitError) -> Verdict {
    guard let prepared = try preparation.prepare(change, question) else {
      return try verdictWithoutPolicy()
    }
    return try verdict(on: prepared)
  }

  /// What is wrong with a change whose trees were compared already.
  package func verdict(on prepared: PreparedChange) throws(GitError) -> Verdict {
    var judgement = Judgement(
      prepared: prepared, repository: repository, store: store, concern: concern, proof: proof,
      table: table)
    try judgement.judgeBriefs()
    try judgement.judgePolicy()
    try judgement.judgeEvidence()
    return Verdict(
      diagnostics: judgement.diagnostics.sorted(), briefCount: judgement.briefCount,
      notes: judgement.notes)
  }

  /// Where neither side has a policy there is nothing to gate, unless the clone asks for one.
  private func verdictWithoutPolicy() throws(GitError) -> Verdict {
    guard try repository.configurationFlag("handoff.required") ?? false else {
      return .nothingToJudge
    }
    return Verdict(
      diagnostics: [.missingPolicy], briefCount: 0)
  }
}

/// One change on its way through the rules.
private struct Judgement {
  let prepared: PreparedChange
  let repository: Repository
  let store: BlobStore
  let concern: Judge.Concern
  let proof: SignatureProof
  let table: PathTable?
  var diagnostics: [Diagnostic] = []
  var notes: [String] = []
  var briefCount = 0

  private var change: Change { prepared.change }
  private var places: BriefPlaces { prepared.places }
  private var resultPlaces: BriefPlaces { prepared.resultPlaces }

  mutating func judgeBriefs() throws(GitError) {
    let files = prepared.files
    var result: [FileVersion] = []
    for (path, entry) in files.result where resultPlaces.contains(path) {
      result.append(try version(path, entry))
    }
    var parents: [[FileVersion]] = []
    for files in files.parents {
      var versions: [FileVersion] = []
      for (path, entry) in files where places.contains(path) {
        versions.append(try version(path, entry))
      }
      parents.append(versions)
    }
    if resultPlaces != places { try addPathsLeftOutside(&parents) }
    let lookup = TreeLookup(
      tree: change.tree, places: resultPlaces, repository, store, signatures: proof,
      parentDay: prepared.parentDay, table: table)
    let changes = try BriefChange.matching(
      result: result, parents: parents, priorJudgements: prepared.priorJudgements
    ) {
      (id) throws(GitError) in try !lookup.paths(of: id).isEmpty
    }
    briefCount = changes.count
    notes = result.filter { $0.brief == nil }.map(\.passedOver)
    for brief in changes {
      diagnostics += Judge.diagnostics(
        for: lookup.subject(brief, prepared.judging, change), concern: concern)
    }
    diagnostics += try LaterBriefs(lookup: lookup, policy: prepared.judging, change: change)
      .diagnostics(after: changes)
    if let failure = lookup.failure { throw failure }
    try judgeAttributes(of: result)
    diagnostics += files.faults.filter { places.mayLieBelow($0.directory) }.map(\.diagnostic)
  }

  /// What rewrites a brief is found when the brief changes, and when the attributes do.
  private mutating func judgeAttributes(of changed: [FileVersion]) throws(GitError) {
    var paths = Set(changed.filter { $0.brief != nil }.map(\.path))
    let name = Array(".gitattributes".utf8)
    if prepared.files.result.contains(where: {
      $0.path.split(separator: UInt8(ascii: "/")).last == name[...]
    }) {
      for root in resultPlaces.roots {
        let files = try repository.files(inTree: change.tree, under: root)
        paths.formUnion(files.map(\.path).filter { resultPlaces.contains($0) })
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

  /// A narrower pattern drops the briefs that it leaves outside, though no file changed.
  private func addPathsLeftOutside(_ parents: inout [[FileVersion]]) throws(GitError) {
    for (index, tree) in prepared.parentTrees.enumerated() {
      let known = Set(parents[index].map(\.path))
      for file in try repository.files(inTree: tree)
      where places.contains(file.path) && !resultPlaces.contains(file.path)
        && !known.contains(file.path)
      {
        parents[index].append(try version(file.path, file.entry))
      }
    }
  }

  mutating func judgePolicy() throws(GitError) {
    guard let policy = prepared.policy,
      policy.isChanged || policy.result == nil || !policy.overruled.isEmpty
    else { return }
    let earlier =
      policy.parents.isEmpty
      ? try PolicyInForce.newest(before: change, in: repository, store) : nil
    let policyChange = PolicyChange(
      before: policy.parents, earlier: earlier, after: policy.result,
      judging: policy.parents.isEmpty ? nil : policy.judging, overruled: policy.overruled,
      author: change.author, day: latestDay)
    diagnostics += policyChange.diagnostics
  }

  /// The day of the change, but none before its parents': who left cannot come back by a clock that
  /// they set themselves.
  private var latestDay: CalendarDate { max(change.day, prepared.parentDay ?? change.day) }

  mutating func judgeEvidence() throws(GitError) {
    let parents = prepared.files.parents.map { $0.filter { Evidence.contains($0.path) } }
    if parents.allSatisfy(\.isEmpty) { return }
    let erased = Set(prepared.judging.erased.map { Array($0.file.utf8) })
    let result = Dictionary(
      prepared.files.result.map { ($0.path, $0.entry) }, uniquingKeysWith: { first, _ in first })
    // A file that may be run has the same content as one that may not.
    let changed = Set(
      parents.joined().filter { path, entry in
        !erased.contains(path) && !(result[path].map { $0.isSameFile(as: entry) } ?? false)
      }.map(\.path))
    for path in changed.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      diagnostics.append(Evidence.changed(path, isGone: result[path] == nil))
    }
  }

  private func version(_ path: [UInt8], _ entry: TreeEntry) throws(GitError) -> FileVersion {
    // A link whose target reads like a brief is another thing than the brief.
    let kind = entry.mode == .symlink ? "link " : ""
    return FileVersion(
      path: path, identity: kind + entry.id.description, brief: try store.brief(entry))
  }
}

extension Diagnostic {
  private static let firstPosition = Position(line: 1, column: 1)

  fileprivate static let missingPolicy = Diagnostic(
    rule: "unauthorised-policy", severity: .error, path: Policy.fileName, start: firstPosition,
    end: firstPosition, brief: nil, item: nil,
    message: "handoff.yaml is missing, so nothing says who may approve what",
    help: "add it to what you commit: `git add handoff.yaml`. If it was removed: "
      + "`git log --oneline -- handoff.yaml`, then `git checkout COMMIT~ -- handoff.yaml` with the "
      + "commit that removed it",
    sourceLine: nil)
}
