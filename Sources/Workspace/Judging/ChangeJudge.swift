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

  package init(
    repository: Repository, concern: Judge.Concern = .everything,
    signatures proof: SignatureProof = .here
  ) {
    self.repository = repository
    self.concern = concern
    self.proof = proof
    store = BlobStore(repository: repository)
  }

  /// What is wrong with a change; only what it changes is read.
  package func verdict(on change: Change) throws(GitError) -> Verdict {
    guard let policy = try PolicyInForce.of(change, in: repository, store) else {
      return try verdictWithoutPolicy(change)
    }
    var judgement = try Judgement(change, policy, repository, store, concern, proof)
    try judgement.judgeBriefs()
    try judgement.judgePolicy()
    try judgement.judgeEvidence()
    return Verdict(
      diagnostics: judgement.diagnostics.sorted(), briefCount: judgement.briefCount,
      notes: judgement.notes)
  }

  /// Where neither side has a policy there is nothing to gate, unless the clone asks for one.
  private func verdictWithoutPolicy(_ change: Change) throws(GitError) -> Verdict {
    guard try repository.configurationFlag("handoff.required") ?? false else {
      return .nothingToJudge
    }
    return Verdict(
      diagnostics: [.missingPolicy], briefCount: 0)
  }
}

/// One change on its way through the rules.
private struct Judgement {
  let change: Change
  let policy: PolicyInForce
  let repository: Repository
  let store: BlobStore
  let concern: Judge.Concern
  let proof: SignatureProof
  let places: BriefPlaces
  let resultPlaces: BriefPlaces
  var tree: ChangedFiles
  var diagnostics: [Diagnostic] = []
  var notes: [String] = []
  var briefCount = 0

  init(
    _ change: Change, _ policy: PolicyInForce, _ repository: Repository, _ store: BlobStore,
    _ concern: Judge.Concern, _ proof: SignatureProof
  ) throws(GitError) {
    self.concern = concern
    self.proof = proof
    self.change = change
    self.policy = policy
    self.repository = repository
    self.store = store
    places = BriefPlaces(policy.judging)
    if let result = policy.result, result.isReadable {
      resultPlaces = BriefPlaces(result)
    } else {
      resultPlaces = places
    }
    tree = try ChangedFiles(change, in: repository)
  }

  mutating func judgeBriefs() throws(GitError) {
    var result: [FileVersion] = []
    for (path, entry) in tree.result where resultPlaces.contains(path) {
      result.append(try version(path, entry))
    }
    var parents: [[FileVersion]] = []
    for files in tree.parents {
      var versions: [FileVersion] = []
      for (path, entry) in files where places.contains(path) {
        versions.append(try version(path, entry))
      }
      parents.append(versions)
    }
    if resultPlaces != places { try addPathsLeftOutside(&parents) }
    let lookup = TreeLookup(
      tree: change.tree, places: resultPlaces, repository, store, signatures: proof,
      parentDay: try parentDay())
    let changes = try BriefChange.matching(
      result: result, parents: parents, priorJudgements: policy.priorJudgements
    ) {
      (id) throws(GitError) in try !lookup.paths(of: id).isEmpty
    }
    briefCount = changes.count
    notes = result.filter { $0.brief == nil }.map(\.passedOver)
    for brief in changes {
      diagnostics += Judge.diagnostics(
        for: lookup.subject(brief, policy.judging, change), concern: concern)
    }
    diagnostics += try LaterBriefs(lookup: lookup, policy: policy.judging, change: change)
      .diagnostics(after: changes)
    try judgeAttributes(of: result)
    diagnostics += tree.faults.filter { places.mayLieBelow($0.directory) }.map(\.diagnostic)
  }

  /// What rewrites a brief is found when the brief changes, and when the attributes do.
  private mutating func judgeAttributes(of changed: [FileVersion]) throws(GitError) {
    var paths = Set(changed.filter { $0.brief != nil }.map(\.path))
    let name = Array(".gitattributes".utf8)
    if tree.result.contains(where: { $0.path.split(separator: UInt8(ascii: "/")).last == name[...] }
    ) {
      for root in resultPlaces.roots {
        let files = try repository.files(inTree: change.tree, under: root)
        paths.formUnion(files.map(\.path).filter { resultPlaces.contains($0) })
      }
    }
    let (repository, tree) = (repository, change.tree)
    var attributes = AttributeFaults { (path) throws(GitError) in
      guard let entry = try repository.entry(at: path, inTree: tree), !entry.mode.isDirectory else {
        return nil
      }
      return try repository.blob(entry.id, atMost: Brief.sizeLimit)
    }
    for path in paths.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let attribute = try attributes.attribute(of: path) else { continue }
      diagnostics.append(.rewritten(by: attribute, path))
    }
  }

  /// A narrower pattern drops the briefs that it leaves outside, though no file changed.
  private func addPathsLeftOutside(_ parents: inout [[FileVersion]]) throws(GitError) {
    for (index, parent) in change.parents.enumerated() {
      let known = Set(parents[index].map(\.path))
      for file in try repository.files(inTree: try repository.commit(parent).tree)
      where places.contains(file.path) && !resultPlaces.contains(file.path)
        && !known.contains(file.path)
      {
        parents[index].append(try version(file.path, file.entry))
      }
    }
  }

  mutating func judgePolicy() throws(GitError) {
    guard policy.isChanged || policy.result == nil || !policy.overruled.isEmpty else { return }
    let earlier =
      policy.parents.isEmpty
      ? try PolicyInForce.newest(before: change, in: repository, store) : nil
    let policyChange = PolicyChange(
      before: policy.parents, earlier: earlier, after: policy.result,
      judging: policy.parents.isEmpty ? nil : policy.judging, overruled: policy.overruled,
      author: change.author, day: try latestDay())
    diagnostics += policyChange.diagnostics
  }

  /// The day of the change, but none before its parents': who left cannot come back by a clock that
  /// they set themselves.
  private func latestDay() throws(GitError) -> CalendarDate {
    max(change.day, try parentDay() ?? change.day)
  }

  /// The newest of the parents' days; nil where there is none.
  private func parentDay() throws(GitError) -> CalendarDate? {
    var day: CalendarDate?
    for parent in change.parents {
      let own = CalendarDate(
        secondsSince1970: Int(try repository.commit(parent).committer.seconds))
      day = max(day ?? own, own)
    }
    return day
  }

  mutating func judgeEvidence() throws(GitError) {
    let erased = Set(policy.judging.erased.map { Array($0.file.utf8) })
    var changed: Set<[UInt8]> = []
    for (index, files) in tree.parents.enumerated() {
      for (path, entry) in files
      where Evidence.contains(path) && !erased.contains(path)
        && tree.differs(path, entry, fromParent: index)
      {
        changed.insert(path)
      }
    }
    for path in changed.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let isGone = !tree.result.contains { $0.path == path }
      diagnostics.append(Evidence.changed(path, isGone: isGone))
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
