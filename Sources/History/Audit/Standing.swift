internal import Briefs
internal import Diagnostics
internal import Git
internal import Rules
internal import Workspace

/// Whether the harm of a violation is still there at the tip.
///
/// The question is put to the gates' own engine: had the commit brought the files as they are at the
/// tip, would the same rule still find the same brief and item? So
///
/// - a dropped item or brief stands until it is back, or withdrawn with a reason; one whose whole
///   brief is lost stands with it; one of a brief that a later policy lists under `retired` does not;
/// - changed evidence stands until the file is as it was or as it was first put there, or listed
///   under `erased`;
/// - a faulty or forged state stands until the brief no longer has it: an approval until a newer
///   one of its role counts, a status until it is another;
/// - a change of the policy stands until the file is as it was, or its present version comes from
///   somebody who was entitled before the change.
///
/// What cannot be told apart counts as standing.
final class Standing {
  private let tip: ObjectID
  private let tree: ObjectID
  private let policy: Policy?
  private let repository: Repository
  private let store: BlobStore
  private let judge: ChangeJudge
  private let lookup: TreeLookup?

  /// The versions of `handoff.yaml` that count for commits whose own does not.
  private let lawful: [ObjectID: TreeEntry]

  private lazy var keeper: Result<Commit, GitError> = newestKeeper()

  init(
    at tip: ObjectID, replaying replay: Replay?, in repository: Repository, _ table: PathTable?,
    _ successions: Successions?, lawful: [ObjectID: TreeEntry]
  ) throws(GitError) {
    self.tip = tip
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

  /// For each finding on a commit, whether it stands.
  func areStanding(
    _ violations: [Diagnostic], of change: PreparedChange
  ) throws(GitError) -> [Bool] {
    var paths = change.allPaths
    for violation in violations {
      paths.insert(Array(violation.path.utf8))
      if let id = violation.brief, let lookup { paths.formUnion(try lookup.paths(of: id)) }
    }
    var found = try findings(of: change, author: change.change.author, at: paths)
    if let entry = lawful[tip] {
      // What the tip's policy takes away is gone, and what it excuses is not excused.
      found += try findings(
        of: change, author: change.change.author, at: paths, lawfulResult: entry)
    }
    var answers: [Bool] = []
    for violation in violations {
      if violation.path == Policy.fileName {
        answers.append(try isPolicyStanding(violation, of: change))
      } else {
        let isFound = found.contains { violation.isFound(again: $0) }
        let isOver = try isFound ? isSuperseded(violation, of: change) : true
        answers.append(!isOver)
      }
    }
    return answers
  }

  /// What the rules would say, had the commit brought what the tip has at some paths.
  private func findings(
    of change: PreparedChange, author: String?, at paths: Set<[UInt8]>,
    lawfulResult: TreeEntry? = nil
  ) throws(GitError) -> [Diagnostic] {
    let earlier = change.change
    var question = ChangePreparation.Question(
      replay: change.replay, later: policy.map { change.allowances(of: $0) }, paths: paths)
    question.lawful = lawful
    question.lawfulResult = lawfulResult
    return try judge.verdict(
      on: Change(tree: tree, parents: earlier.parents, author: author, day: earlier.day), question
    ).diagnostics.filter { $0.severity == .error }
  }

  private func isPolicyStanding(
    _ violation: Diagnostic, of change: PreparedChange
  ) throws(GitError) -> Bool {
    let author = try keeper.get().author.email
    return try findings(of: change, author: author, at: [Policy.path])
      .contains { $0.rule == violation.rule && $0.path == violation.path }
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

  /// Whether the brief has got over the forged record or status that a commit gave it.
  private func isSuperseded(
    _ violation: Diagnostic, of change: PreparedChange
  ) throws(GitError) -> Bool {
    guard let id = violation.brief, let lookup,
      let present = try lookup.paths(of: id).first.flatMap({ (path) throws(GitError) in
        try lookup.brief(at: path)
      }),
      let then = try brief(id, in: change.change.tree, at: change.briefPaths)
    else { return false }
    switch violation.rule {
    case "unqualified-status": return then.status != present.status
    case "unproven-approval", "unqualified-approver":
      var before: [Approval] = []
      for tree in change.parentTrees {
        before += try brief(id, in: tree, at: change.briefPaths)?.approvals ?? []
      }
      let forged = then.approvals.filter { !before.holds($0) }
      return !forged.isEmpty
        && forged.allSatisfy { forgery in
          guard let newest = present.newestApproval(as: forgery.role) else { return false }
          return !then.approvals.holds(newest)
        }
    default: return false
    }
  }

  private func brief(
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
  /// Whether a finding at the tip is this one; an item that was lost is not back where all of its
  /// brief is lost.
  fileprivate func isFound(again other: Diagnostic) -> Bool {
    guard brief == other.brief, brief != nil || path == other.path else { return false }
    if rule.utf8.starts(with: "dropped-".utf8), other.rule == "dropped-brief" { return true }
    return rule == other.rule && item == other.item
  }
}

extension [Approval] {
  fileprivate func holds(_ other: Approval) -> Bool {
    contains {
      $0.role == other.role && $0.by == other.by && $0.at == other.at && $0.covers == other.covers
    }
  }
}
