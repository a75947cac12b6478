internal import Briefs
internal import Diagnostics
internal import Git
internal import Rules
internal import Workspace

/// What has become, at the tip, of the harm of a violation.
///
/// The question is put to the gates' own engine: had the commit brought the files as they are at the
/// tip, would the same rule still find the same brief and item? So
///
/// - a dropped item stands until it has come back with the words that it had, or with others that
///   were approved since; withdrawn with a reason, too;
/// - whatever befell a brief stands while all of the brief is lost, unless a later policy lists it
///   under `retired`;
/// - changed evidence stands until the file is as it was or as it was first put there, or listed
///   under `erased`;
/// - a faulty or forged state stands until the brief no longer has it: an approval until a newer
///   one of its role counts, a status, sender or receiver until it was another;
/// - a change of the policy stands until the file is as it was, or its present version comes from
///   somebody who was entitled before the change: they took over what it still has of it.
///
/// What cannot be told apart counts as standing.
final class Standing {
  private let tip: ObjectID
  private let tree: ObjectID
  let policy: Policy?
  private let laterCommits: LaterCommits
  private let repository: Repository
  private let store: BlobStore
  private let judge: ChangeJudge
  private let lookup: TreeLookup?

  /// The versions of `handoff.yaml` that count for commits whose own does not.
  private let lawful: [ObjectID: TreeEntry]

  private lazy var keeper: Result<Commit, GitError> = newestKeeper()

  init(
    at tip: ObjectID, replaying replay: Replay?, in repository: Repository, _ table: PathTable?,
    _ successions: Successions?, lawful: [ObjectID: TreeEntry], later: LaterCommits
  ) throws(GitError) {
    self.tip = tip
    laterCommits = later
    self.repository = repository
    let tree = try repository.outline(of: tip).tree
    let store = BlobStore(repository: repository, keeping: 512, successions: successions)
    judge = ChangeJudge(repository: repository, concern: .errors, store: store, table: table)
    self.lawful = lawful
    var entry = lawful[tip]
    if entry == nil { entry = try repository.policyEntry(inTree: tree) }
    let present = try entry.map { (entry) throws(GitError) in try store.policy(entry) }
    policy = present.flatMap { $0.isReadable ? $0 : nil }
    lookup = (replay?.policy ?? policy).map {
      TreeLookup(tree: tree, places: BriefPlaces($0), repository, store, table: table)
    }
    (self.tree, self.store) = (tree, store)
  }

  /// For each finding on the commit at a position of the history, what has become of it.
  func outcomes(
    of violations: [Diagnostic], on change: PreparedChange, at position: Int
  ) throws(GitError) -> [Outcome] {
    var paths = change.allPaths
    for violation in violations {
      paths.insert(Array(violation.path.utf8))
      if let id = violation.brief, let lookup { paths.formUnion(try lookup.paths(of: id)) }
    }
    let found = try found(by: change, at: paths)
    var outcomes: [Outcome] = []
    for violation in violations {
      if violation.path == Policy.fileName {
        outcomes.append(try policyOutcome(of: violation, on: change, at: position))
        continue
      }
      let stands: Bool
      if found.contains(where: { violation.isFound(again: $0) }) {
        stands = try !isSuperseded(violation, of: change, at: position)
      } else {
        stands = try isBackInOtherWords(violation, of: change, at: position)
      }
      outcomes.append(stands ? .stands : .putRight)
    }
    return outcomes
  }

  /// What the rules would say, had the change brought what the tip has at some paths; what the tip's
  /// policy takes away is gone, and what it excuses without being lawful is not excused.
  private func found(
    by change: PreparedChange, at paths: Set<[UInt8]>
  ) throws(GitError) -> [Diagnostic] {
    let author = change.change.author
    var found = try findings(of: change, author: author, at: paths)
    if let entry = lawful[tip] {
      found += try findings(
        of: change, author: author, at: paths, lawfulResult: entry)
    }
    return found
  }

  private func findings(
    of change: PreparedChange, author: String?, at paths: Set<[UInt8]>,
    lawfulResult: TreeEntry? = nil
  ) throws(GitError) -> [Diagnostic] {
    var question = ChangePreparation.Question(
      replay: change.replay, later: policy.map { change.allowances(of: $0) }, paths: paths)
    question.lawful = lawful
    question.lawfulResult = lawfulResult
    return try judge.verdict(
      on: Change(
        tree: tree, parents: change.change.parents, author: author, day: change.change.day),
      question
    ).diagnostics.filter { $0.severity == .error }
  }

  private func policyOutcome(
    of violation: Diagnostic, on change: PreparedChange, at position: Int
  ) throws(GitError) -> Outcome {
    let keeper = try keeper.get()
    let stands = try findings(
      of: change, author: keeper.author.email, at: [Policy.path]
    ).contains { $0.rule == violation.rule && $0.path == violation.path }
    if stands { return .stands }
    guard violation.rule == UnauthorisedPolicy.documentation.id else { return .putRight }
    // No later file takes a line of history out again whose beginning judged itself.
    let isStill = try change.isJoining ? true : keepsWhatChanged(by: change)
    guard isStill else { return .putRight }
    for (later, _) in laterCommits.changes(after: position, at: [Policy.path])
    where later.changesPolicy {
      guard let id = later.change.commit, lawful[id] == nil else { continue }
      return .takenOver(id, by: try? repository.commit(id).author)
    }
    return change.isJoining ? .stands : .takenOver(keeper.id, by: keeper.author)
  }

  private func keepsWhatChanged(by change: PreparedChange) throws(GitError) -> Bool {
    guard let policy, let before = change.judgingPolicy,
      let after = try store.policy(inTree: change.change.tree)
    else { return false }
    return policy.keepsWhatChanged(from: before, to: after)
  }

  /// The commit that gave the tip its policy.
  private func newestKeeper() -> Result<Commit, GitError> {
    do throws(GitError) {
      let present = try repository.policyEntry(inTree: tree)
      var id = tip
      search: while true {
        for parent in try repository.outline(of: id).parents
        where try repository.policyEntry(inTree: repository.outline(of: parent).tree) == present {
          id = parent
          continue search
        }
        return .success(try repository.commit(id))
      }
    } catch {
      return .failure(error)
    }
  }

  /// Whether the brief has got over the forged record or the field that a commit gave it.
  private func isSuperseded(
    _ violation: Diagnostic, of change: PreparedChange, at position: Int
  ) throws(GitError) -> Bool {
    guard let id = violation.brief, let present = try presentBrief(id),
      let then = try brief(id, in: change.change.tree, at: change.briefPaths)
    else { return false }
    if violation.isForgery, violation.item == nil {
      let forged = try added(to: then, by: change).filter { forgery in
        let span = forgery.item[.by]?.span ?? forgery.item.span
        return then.source.position(at: span.lowerBound) == violation.start
      }
      return forged.contains { forgery in
        guard let newest = present.newestApproval(as: forgery.role) else { return false }
        return !then.approvals.holds(newest)
      }
    }
    guard let made = then.record(of: violation) else { return false }
    if present.record(of: violation) != made { return true }
    // What was another since is there again by a change that was judged for itself.
    for (later, _) in try changes(of: id, after: position, violation) {
      if let version = try brief(id, in: later.change.tree, at: later.briefPaths),
        version.record(of: violation) != made
      {
        return true
      }
    }
    return false
  }

  /// What commits that build on one did where the brief stood then, and where it stands at the tip.
  func changes(
    of id: String, after position: Int, _ violation: Diagnostic
  ) throws(GitError) -> [(change: PreparedChange, findings: [Diagnostic])] {
    var paths: Set = [Array(violation.path.utf8)]
    if let present = try presentPath(id) { paths.insert(present) }
    return laterCommits.changes(after: position, at: paths)
  }

  private func presentPath(_ id: String) throws(GitError) -> [UInt8]? {
    try lookup.flatMap { (lookup) throws(GitError) in try lookup.paths(of: id).first }
  }

  /// The brief as it is at the tip.
  func presentBrief(_ id: String) throws(GitError) -> Brief? {
    guard let lookup, let path = try presentPath(id) else { return nil }
    return try lookup.brief(at: path)
  }

  func brief(
    _ id: String, in tree: ObjectID, at paths: Set<[UInt8]>
  ) throws(GitError) -> Brief? {
    for path in paths.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let entry = try repository.entry(at: path, inTree: tree), !entry.mode.isDirectory,
        let brief = try store.brief(entry), brief.id == id
      else { continue }
      return brief
    }
    return nil
  }
}

extension Diagnostic {
  /// Whether a finding at the tip is this one; nothing is put right in a brief by losing all of it.
  fileprivate func isFound(again other: Diagnostic) -> Bool {
    guard brief == other.brief, brief != nil || path == other.path else { return false }
    if other.rule == DroppedBrief.documentation.id { return true }
    return rule == other.rule && item == other.item
  }
}

extension Brief {
  /// What the brief says where somebody did what was another's to do: the field at the top, or the
  /// record of that name with whom it names; nil where the finding is about something else.
  fileprivate func record(of violation: Diagnostic) -> [[String]]? {
    if violation.isForgery {
      return violation.item.flatMap { item($0) }.map { item in
        item.words + [FieldName.by, .adoptedBy].map { item.fields.list($0).map(\.string) }
      }
    }
    guard violation.rule == UnqualifiedStatus.documentation.id, violation.item == nil,
      let line = violation.sourceLine, let colon = line.firstIndex(of: ":"),
      let name = FieldName(rawValue: String(line[..<colon])), let value = fields.string(name)
    else { return nil }
    return [[value]]
  }
}
