internal import Git
internal import Workspace

/// A commit of the history on its way through the audit; as small as a hundred thousand must be.
struct AuditedCommit: Sendable {
  typealias Files = [(path: [UInt8], entry: TreeEntry)]

  /// What could be read of its trees.
  enum Preparation: Sendable {
    case ready(PreparedChange)

    /// Neither the commit nor a parent has a policy.
    case lawless(Change)
    case failed(GitError)
  }

  /// The author's time in seconds since 1970; nil where the commit does not say it in git's form.
  let authorSeconds: Int64?

  /// Why who made it is not known; nil where it is.
  let malformation: GitError?

  var preparation: Preparation

  /// The files that it brought, where they are not in what is prepared; nil where they are unknown.
  let arrivals: Files?

  /// Reads a commit and compares its trees.
  init(
    _ node: CommitHistory.Node, replaying replay: Replay?, in repository: Repository,
    _ preparation: ChangePreparation
  ) {
    let change: Change
    do throws(GitError) {
      let commit = try repository.commit(node.id)
      (authorSeconds, malformation) = (commit.author.seconds, nil)
      change = Change(commit)
    } catch {
      (authorSeconds, malformation) = (nil, error)
      // The history has read this much of the commit before.
      let parents = (try? repository.outline(of: node.id))?.parents ?? []
      change = Change(
        malformed: node.id, tree: node.tree, parents: parents, seconds: node.seconds)
    }
    do throws(GitError) {
      let prepared = try preparation.prepare(change, ChangePreparation.Question(replay: replay))
      self.preparation = prepared.map { .ready($0) } ?? .lawless(change)
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

  /// All files that the commit's tree has and a readable parent's has not, or not so.
  private static func arrivals(
    _ change: Change, _ node: CommitHistory.Node, in repository: Repository
  ) throws(GitError) -> Files {
    guard let first = change.parents.first, node.parents.count == change.parents.count else {
      return try repository.files(inTree: change.tree).map { ($0.path, $0.entry) }
    }
    var files: Files = []
    try repository.changes(from: repository.outline(of: first).tree, to: change.tree) { file in
      if let entry = file.new { files.append((file.path, entry)) }
    }
    return files
  }
}
