package import Briefs
package import Git

/// Which version of `handoff.yaml` counts for the commits that an answer asks about.
///
/// It is the one that an audit goes by: what came in against the policy before it gives nobody a
/// right. Only the commits that changed the file are looked at.
package struct PolicyPast {
  /// A commit that may have changed the file.
  private struct Version {
    let commit: ObjectID
    let entry: TreeEntry?

    /// What counts in its place; nil where it counts itself.
    let instead: TreeEntry?
  }

  let repository: Repository
  let store: BlobStore

  /// Parents before children.
  private var versions: [Version] = []

  /// The commits that have the file and whose parents do not: with each a line of policies begins.
  private(set) var beginnings: [ObjectID] = []

  /// Takes the commits that may have changed the file, parents before children.
  package init(_ changes: [ObjectID], in repository: Repository, _ store: BlobStore) {
    (self.repository, self.store) = (repository, store)
    var lawful = LawfulPolicies(in: repository)
    let preparation = ChangePreparation(repository: repository, store: store)
    for commit in changes {
      // What cannot be read is named where history is looked through, and counts as it stands.
      _ = try? look(at: commit, &lawful, preparation)
    }
  }

  private mutating func look(
    at id: ObjectID, _ lawful: inout LawfulPolicies, _ preparation: ChangePreparation
  ) throws(GitError) {
    let outline = try repository.outline(of: id)
    // Where the header is not git's own, nobody is known to be entitled.
    let commit = try? repository.commit(id)
    let change =
      commit.map { Change($0) }
      ?? Change(
        malformed: id, tree: outline.tree, parents: outline.parents, seconds: outline.seconds)
    lawful.instead.merge(try self.lawful(for: change)) { known, _ in known }
    let question = ChangePreparation.Question(paths: [Policy.path])
    if let prepared = try preparation.prepare(change, question) {
      _ = try lawful.look(at: prepared, isMalformed: commit == nil)
    }
    let entry = try repository.policyEntry(inTree: outline.tree)
    versions.append(Version(commit: id, entry: entry, instead: lawful.instead[id]))
    if entry == nil { return }
    for parent in outline.parents {
      if try repository.policyEntry(inTree: repository.outline(of: parent).tree) != nil { return }
    }
    beginnings.append(id)
  }

  /// The policy that counts for a commit; nil where there is none.
  package func policy(at commit: ObjectID) throws(GitError) -> Policy? {
    if let instead = try instead(of: commit) { return try store.policy(instead) }
    return try store.policy(inTree: repository.outline(of: commit).tree)
  }

  /// A commit that has the file that counts for one, and that file; nil where there is none.
  package func holder(of commit: ObjectID) throws(GitError) -> (ObjectID, TreeEntry)? {
    let own = try repository.policyEntry(inTree: repository.outline(of: commit).tree)
    guard let instead = try instead(of: commit) else { return own.map { (commit, $0) } }
    for version in versions.reversed() where version.entry == instead && version.instead == nil {
      if try repository.isAncestor(version.commit, of: commit) { return (version.commit, instead) }
    }
    return nil
  }

  /// The policy that judges a change; nil where there was none.
  package func judging(_ change: Change) throws(GitError) -> Policy? {
    try PolicyInForce.of(change, lawful: lawful(for: change), in: repository, store)?.judging
  }

  /// What counts for the commits before a change whose own does not.
  func lawful(for change: Change) throws(GitError) -> [ObjectID: TreeEntry] {
    guard versions.contains(where: { $0.instead != nil }) else { return [:] }
    var commits = change.parents
    for other in change.parents.dropFirst() {
      commits += [try repository.mergeBase(change.parents[0], other)].compactMap { $0 }
    }
    var lawful: [ObjectID: TreeEntry] = [:]
    for commit in commits { lawful[commit] = try instead(of: commit) }
    return lawful
  }

  /// The version that counts for a commit in place of its own; nil where its own does.
  private func instead(of commit: ObjectID) throws(GitError) -> TreeEntry? {
    guard versions.contains(where: { $0.instead != nil }) else { return nil }
    // Its file came from one of those that have the same.
    let entry = try repository.policyEntry(inTree: repository.outline(of: commit).tree)
    let same = versions.filter { $0.entry == entry }
    guard same.contains(where: { $0.instead != nil }) else { return nil }
    if entry != nil, same.allSatisfy({ $0.instead == same[0].instead }) { return same[0].instead }
    for version in same.reversed()
    where try repository.isAncestor(version.commit, of: commit) { return version.instead }
    return nil
  }
}
