internal import Briefs
internal import Git
internal import Workspace

/// A commit of the history on its way through the audit.
struct AuditedCommit: Sendable {
  /// What could be read of its trees.
  enum Preparation: Sendable {
    case ready(PreparedChange)

    /// Neither the commit nor a parent has a policy.
    case lawless
    case failed(GitError)
  }

  let change: Change
  let author: Signature?
  let committer: Signature?

  /// Why who made it is not known; nil where it is.
  let malformation: GitError?

  var preparation: Preparation

  /// The commit's `handoff.yaml`.
  let policy: TreeEntry?

  /// The paths that it brought, where they are not in what is prepared; nil where they are unknown.
  let arrivals: [[UInt8]]?

  /// Reads a commit and compares its trees.
  init(
    _ node: CommitHistory.Node, replaying replay: Policy?, in repository: Repository,
    _ preparation: ChangePreparation
  ) {
    do throws(GitError) {
      let commit = try repository.commit(node.id)
      (author, committer, malformation) = (commit.author, commit.committer, nil)
      change = Change(commit)
    } catch {
      (author, committer, malformation) = (nil, nil, error)
      // The history has read this much of the commit before.
      let parents = (try? repository.outline(of: node.id))?.parents ?? []
      change = Change(
        tree: node.tree, parents: parents, author: nil,
        day: CalendarDate(secondsSince1970: Int(node.seconds)), commit: node.id)
    }
    // A tree that cannot be read fails again below, where it is told.
    policy = try? repository.entry(at: Array(Policy.fileName.utf8), inTree: node.tree)
    do throws(GitError) {
      let prepared = try preparation.prepare(change, ChangePreparation.Question(replay: replay))
      self.preparation = prepared.map { .ready($0) } ?? .lawless
    } catch {
      self.preparation = .failed(error)
    }
    if case .ready = self.preparation {
      arrivals = []
    } else {
      // What cannot be listed is not known, and names are then looked for in every tree.
      arrivals = try? AuditedCommit.arrivals(change, node, in: repository)
    }
  }

  /// All paths that the commit's tree has and a readable parent's has not, or not so.
  private static func arrivals(
    _ change: Change, _ node: CommitHistory.Node, in repository: Repository
  ) throws(GitError) -> [[UInt8]] {
    guard let first = change.parents.first, node.parents.count == change.parents.count else {
      return try repository.files(inTree: change.tree).map(\.path)
    }
    var paths: [[UInt8]] = []
    try repository.changes(from: repository.outline(of: first).tree, to: change.tree) { file in
      if file.new != nil { paths.append(file.path) }
    }
    return paths
  }
}
