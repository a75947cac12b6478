package import Briefs
internal import Diagnostics
package import Git

/// Which policy judges a change, and how the change treats the policy itself.
package struct PolicyInForce {
  /// What judges the briefs.
  package let judging: Policy

  /// The parents' policies, as far as they have one.
  package let parents: [Policy]

  /// The policy of the result; nil where the change removes it.
  package let result: Policy?

  /// Whether the change adds, changes or removes the file.
  package let isChanged: Bool

  /// The policy that judges a change; nil where neither side has one.
  ///
  /// The parent's policy judges, so that no commit loosens the rule that it breaks. A merge is judged
  /// by the policy of the parent that moved since the merge base; where both moved, by the first
  /// parent's. A change none of whose parents has the file is judged by its own.
  package static func of(
    _ change: Change, in repository: Repository, _ store: BlobStore
  ) throws(GitError) -> PolicyInForce? {
    let path = Array(Policy.fileName.utf8)
    let resultEntry = try repository.entry(at: path, inTree: change.tree)
    var parents: [(commit: ObjectID, entry: TreeEntry)] = []
    for commit in change.parents {
      let tree = try repository.commit(commit).tree
      if let entry = try repository.entry(at: path, inTree: tree) {
        parents.append((commit, entry))
      }
    }
    var result: Policy?
    if let resultEntry { result = try store.policy(resultEntry) }
    guard !parents.isEmpty else {
      guard let result else { return nil }
      return PolicyInForce(judging: result, parents: [], result: result, isChanged: true)
    }
    let moved = try movedParent(parents, in: repository)
    var versions: [Policy] = []
    for parent in parents {
      versions.append(try readable(parent.entry, at: parent.commit, in: repository, store))
    }
    return PolicyInForce(
      judging: versions[moved].recognising(versions), parents: versions, result: result,
      isChanged: !parents.contains { $0.entry.id == resultEntry?.id })
  }

  /// The newest policy of the history before a change, where no parent has the file any more.
  package static func newest(
    before change: Change, in repository: Repository, _ store: BlobStore
  ) throws(GitError) -> Policy? {
    guard !change.parents.isEmpty else { return nil }
    for id in try repository.commits(reachableFrom: change.parents) {
      let tree = try repository.outline(of: id).tree
      if let entry = try repository.entry(at: Array(Policy.fileName.utf8), inTree: tree) {
        return try store.policy(entry)
      }
    }
    return nil
  }

  /// The index of the parent whose policy judges.
  private static func movedParent(
    _ parents: [(commit: ObjectID, entry: TreeEntry)], in repository: Repository
  ) throws(GitError) -> Int {
    guard parents.count > 1, Set(parents.map(\.entry.id)).count > 1 else { return 0 }
    var moved: [Int] = []
    for index in parents.indices {
      let other = parents[index == 0 ? 1 : 0].commit
      let base = try repository.mergeBase(parents[index].commit, other)
      var before: TreeEntry?
      if let base {
        before = try repository.entry(
          at: Array(Policy.fileName.utf8), inTree: try repository.commit(base).tree)
      }
      if before?.id != parents[index].entry.id { moved.append(index) }
    }
    return moved.count == 1 ? moved[0] : 0
  }

  /// The policy of an entry, or its newest readable version before it.
  private static func readable(
    _ entry: TreeEntry, at commit: ObjectID, in repository: Repository, _ store: BlobStore
  ) throws(GitError) -> Policy {
    let policy = try store.policy(entry)
    guard !policy.isReadable else { return policy }
    var next: ObjectID? = try repository.commit(commit).parents.first
    while let id = next {
      let ancestor = try repository.commit(id)
      if let earlier = try repository.entry(at: Array(Policy.fileName.utf8), inTree: ancestor.tree)
      {
        let version = try store.policy(earlier)
        if version.isReadable { return version }
      }
      next = ancestor.parents.first
    }
    return policy
  }
}
