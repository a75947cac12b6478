internal import Briefs
package import Diagnostics
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
    var judgement = try judgement(of: prepared)
    try judgement.judgeChanges()
    try judgement.judgeLaterBriefs()
    return Verdict(
      diagnostics: judgement.diagnostics.sorted(), briefCount: judgement.briefCount,
      notes: judgement.notes)
  }

  /// What is wrong with what a change touches, where a whole history is judged: the briefs that come
  /// after are judged when all versions have been seen.
  package func firstVerdict(on prepared: PreparedChange) throws(GitError) -> FirstVerdict {
    var judgement = try judgement(of: prepared)
    try judgement.judgeChanges()
    return FirstVerdict(
      diagnostics: judgement.diagnostics.sorted(), gainingBriefs: judgement.gainingBriefs)
  }

  /// What is wrong with the briefs that come after those that a change touches.
  package func verdictOnLaterBriefs(
    of prepared: PreparedChange
  ) throws(GitError) -> [Diagnostic] {
    var judgement = try judgement(of: prepared)
    try judgement.judgeLaterBriefs()
    return judgement.diagnostics.sorted()
  }

  /// The ids that the versions of briefs, which a change brings, name as coming before them; files
  /// count that stand in any of the places, whatever the policy said then.
  package func predecessors(
    in prepared: PreparedChange, _ places: BriefPlaces
  ) throws(GitError) -> Successions.Names {
    try predecessors(in: prepared.files.result, places)
  }

  /// The same of some files.
  package func predecessors(
    in files: [(path: [UInt8], entry: TreeEntry)], _ places: BriefPlaces
  ) throws(GitError) -> Successions.Names {
    var names: Successions.Names = [:]
    for (path, entry) in files where places.contains(path) {
      let ids = try store.predecessors(entry)
      if !ids.isEmpty { names[entry.id] = ids }
    }
    return names
  }

  private func judgement(of prepared: PreparedChange) throws(GitError) -> Judgement {
    try Judgement(
      of: prepared, in: repository, store, concern: concern, signatures: proof, table: table)
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
