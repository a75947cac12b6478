package import Briefs
package import Git

/// The first half of a judgement: what changed and which policy judges it, read from trees.
///
/// A history is prepared commit by commit, in its order; what is the same from one to the next is
/// found out once.
package final class ChangePreparation {
  /// How a judgement differs from that of a gate.
  package struct Question: Sendable {
    /// A policy that judges instead of the one in force.
    package var replay: Replay?

    /// A later policy, whose lists of what may be gone count as well.
    package var later: Policy?

    /// The only paths that are looked at; nil: all that differ.
    package var paths: Set<[UInt8]>?

    /// For commits whose `handoff.yaml` does not count, the version that does.
    package var lawful: [ObjectID: TreeEntry] = [:]

    /// The version that counts for the result, in place of its own.
    package var lawfulResult: TreeEntry?

    package init(replay: Replay? = nil, later: Policy? = nil, paths: Set<[UInt8]>? = nil) {
      self.replay = replay
      self.later = later
      self.paths = paths
    }
  }

  private let repository: Repository
  private let store: BlobStore
  private var unchanged: (entry: TreeEntry, law: Law)?

  package init(repository: Repository, store: BlobStore) {
    self.repository = repository
    self.store = store
  }

  /// What a change does; nil where there is no policy to judge it.
  package func prepare(
    _ change: Change, _ question: Question = Question()
  ) throws(GitError) -> PreparedChange? {
    var parentTrees: [ObjectID] = []
    var parentDay: CalendarDate?
    for parent in change.parents {
      let outline = try repository.outline(of: parent)
      parentTrees.append(outline.tree)
      let day = CalendarDate(secondsSince1970: Int(outline.seconds))
      parentDay = max(parentDay ?? day, day)
    }
    guard let law = try law(on: change, parentTrees, question) else { return nil }
    return PreparedChange(
      change: change, law: law, files: try files(of: change, parentTrees, at: question.paths),
      parentTrees: parentTrees, parentDay: parentDay)
  }

  private func files(
    of change: Change, _ parents: [ObjectID], at paths: Set<[UInt8]>?
  ) throws(GitError) -> ChangedFiles {
    guard let paths else {
      return try ChangedFiles(of: change.tree, since: parents, in: repository)
    }
    return try ChangedFiles(of: change.tree, since: parents, at: paths, in: repository)
  }

  private func law(
    on change: Change, _ parentTrees: [ObjectID], _ question: Question
  ) throws(GitError) -> Law? {
    var result = question.lawfulResult
    if result == nil { result = try repository.policyEntry(inTree: change.tree) }
    var parents: [TreeEntry?] = []
    for (commit, tree) in zip(change.parents, parentTrees) {
      if let lawful = question.lawful[commit] {
        parents.append(lawful)
      } else {
        parents.append(try repository.policyEntry(inTree: tree))
      }
    }
    let isUnchanged = parents.count == 1 && parents.first == result && question.later == nil
    if isUnchanged, let unchanged, unchanged.entry == result,
      unchanged.law.replay === question.replay
    {
      return unchanged.law
    }
    let policy = try PolicyInForce.of(
      change, result: result, parents: parents, lawful: question.lawful, in: repository, store)
    guard var judging = question.replay?.policy ?? policy?.judging else { return nil }
    if let later = question.later { judging = judging.recognising([judging, later]) }
    let law = Law(policy: policy, judging: judging, replay: question.replay)
    // An unreadable one is judged by a version before it, which depends on the commit.
    if isUnchanged, let result, policy?.result?.isReadable ?? false { unchanged = (result, law) }
    return law
  }
}
