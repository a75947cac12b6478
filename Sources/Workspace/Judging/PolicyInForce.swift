package import Briefs
internal import Diagnostics
package import Git

/// Which policy judges a change, and how the change treats the policy itself.
package struct PolicyInForce: Sendable {
  /// What judges the briefs.
  package let judging: Policy

  /// The parents' policies, as far as they have one.
  package let parents: [Policy]

  /// The policy of the result; nil where the change removes it.
  package let result: Policy?

  /// Whether the change adds, changes or removes the file.
  package let isChanged: Bool

  /// The policies whose keepers must agree to what a merge keeps of the file.
  package let overruled: [Policy]

  /// Whether a merge joins lines of history that began apart.
  package let isJoining: Bool

  /// How the parents' versions were judged, in the order of the parents.
  package let priorJudgements: [PriorJudgement]

  /// The policy that judges a change; nil where neither side has one.
  ///
  /// The parent's policy judges, so that no commit loosens the rule that it breaks. A merge is judged
  /// by the policy of the parent that moved since the merge base; where both moved, by the first
  /// parent's. It may keep one side's file, but not undo what only the other side changed, nor give
  /// anybody a say over the policy whom the other side gives none. Where lines of history have no
  /// common beginning with a policy, the one that is kept judges, and it is its keepers who merge,
  /// together with those of the others to whom it gives more keepers; where none is kept, those of
  /// all. A change none of whose parents has the file is judged by its
  /// own.
  ///
  /// `lawful` has the versions that count for commits whose own does not.
  package static func of(
    _ change: Change, lawful: [ObjectID: TreeEntry] = [:], in repository: Repository,
    _ store: BlobStore
  ) throws(GitError) -> PolicyInForce? {
    let resultEntry = try repository.policyEntry(inTree: change.tree)
    var entries: [TreeEntry?] = []
    for commit in change.parents {
      if let counting = lawful[commit] {
        entries.append(counting)
      } else {
        entries.append(try repository.policyEntry(inTree: repository.outline(of: commit).tree))
      }
    }
    return try of(
      change, result: resultEntry, parents: entries, lawful: lawful, in: repository, store)
  }

  /// The same, where the entries of the file are known; `lawful` has those that count for commits
  /// whose own does not.
  static func of(
    _ change: Change, result resultEntry: TreeEntry?, parents entries: [TreeEntry?],
    lawful: [ObjectID: TreeEntry] = [:], in repository: Repository, _ store: BlobStore
  ) throws(GitError) -> PolicyInForce? {
    let parents = zip(change.parents, entries).compactMap { commit, entry in
      entry.map { (commit: commit, entry: $0) }
    }
    var result: Policy?
    if let resultEntry { result = try store.policy(resultEntry) }
    guard !parents.isEmpty else {
      guard let result else { return nil }
      return PolicyInForce(
        judging: result, parents: [], result: result, isChanged: true, overruled: [],
        isJoining: false, priorJudgements: change.parents.map { _ in .here })
    }
    let moved = try movedParents(parents, lawful, in: repository)
    var versions: [Policy] = []
    for parent in parents {
      versions.append(try readable(parent.entry, at: parent.commit, in: repository, store))
    }
    let isOneMove = Set(moved.map { parents[$0].entry.id }).count == 1
    let kept = parents.firstIndex { $0.entry.isSameFile(as: resultEntry) }
    let areStrangers = try moved.isEmpty ? false : begunApart(parents, in: repository)
    let judge = areStrangers ? kept ?? 0 : isOneMove ? moved[0] : 0
    let sides = parents.filter { $0.entry.id == parents[judge].entry.id }.map(\.commit)
    let areOfOne = try haveBegunTogether(sides, in: repository)
    let ownJudgement: PriorJudgement = areOfOne ? .here : .elsewhere
    let overruled =
      areStrangers && kept == nil
      ? Array(parents.indices)
      : (areOfOne ? [] : [judge])
        + moved.filter { index in
          parents[index].entry.isSameFile(as: resultEntry)
            ? areStrangers
            : (isOneMove || !(result?.hasNoMoreKeepers(than: versions[index]) ?? true))
        }
    return PolicyInForce(
      judging: areStrangers ? versions[judge] : versions[judge].recognising(versions),
      parents: versions,
      result: result, isChanged: !parents.contains { $0.entry.isSameFile(as: resultEntry) },
      overruled: overruled.map { versions[$0] }, isJoining: areStrangers || !areOfOne,
      priorJudgements: entries.map { entry in
        guard let entry else { return .nowhere }
        return entry.id == parents[judge].entry.id ? ownJudgement : .elsewhere
      })
  }

  /// The newest policy of the history before a change, where no parent has the file any more.
  package static func newest(
    before change: Change, in repository: Repository, _ store: BlobStore
  ) throws(GitError) -> Policy? {
    guard !change.parents.isEmpty else { return nil }
    for id in try repository.commits(reachableFrom: change.parents) {
      let tree = try repository.outline(of: id).tree
      if let policy = try store.policy(inTree: tree) { return policy }
    }
    return nil
  }

  /// The indices of the parents whose policy is another than at a merge base.
  ///
  /// Where histories have no common commit, every side's policy counts as moved.
  private static func movedParents(
    _ parents: [(commit: ObjectID, entry: TreeEntry)], _ lawful: [ObjectID: TreeEntry],
    in repository: Repository
  ) throws(GitError) -> [Int] {
    guard Set(parents.map(\.entry.id)).count > 1 else { return [] }
    var moved: [Int] = []
    for (index, parent) in parents.enumerated() {
      for other in parents where other.entry.id != parent.entry.id {
        var before: TreeEntry?
        if let base = try repository.mergeBase(parent.commit, other.commit) {
          before = lawful[base]
          if before == nil {
            before = try repository.policyEntry(inTree: repository.outline(of: base).tree)
          }
        }
        guard before?.id != parent.entry.id else { continue }
        moved.append(index)
        break
      }
    }
    return moved
  }

  /// Whether two parents have different policies that no commit before both had a policy for.
  ///
  /// Each was the first of its history and judged itself, so neither has a say over the other.
  private static func begunApart(
    _ parents: [(commit: ObjectID, entry: TreeEntry)], in repository: Repository
  ) throws(GitError) -> Bool {
    for (index, parent) in parents.enumerated() {
      for other in parents[..<index] where other.entry.id != parent.entry.id {
        if try !haveBegunTogether([parent.commit, other.commit], in: repository) { return true }
      }
    }
    return false
  }

  /// Whether lines of history branched off from each other where there was a policy.
  ///
  /// Otherwise one of them had none at first, and brings what nobody judged, though it may have taken
  /// over the policy of the others since. Where a clone ends before that, nobody can tell.
  static func haveBegunTogether(
    _ commits: [ObjectID], in repository: Repository
  ) throws(GitError) -> Bool {
    guard let first = commits.first, !repository.isShallow else { return true }
    for other in commits where other != first {
      guard let base = try repository.mergeBase(first, other),
        try repository.policyEntry(inTree: repository.outline(of: base).tree) != nil
      else { return false }
    }
    return true
  }

  /// The policy of an entry, or its newest readable version before it.
  private static func readable(
    _ entry: TreeEntry, at commit: ObjectID, in repository: Repository, _ store: BlobStore
  ) throws(GitError) -> Policy {
    let policy = try store.policy(entry)
    guard !policy.isReadable else { return policy }
    var next: ObjectID? = try repository.outline(of: commit).parents.first
    while let id = next {
      let ancestor = try repository.outline(of: id)
      if let version = try store.policy(inTree: ancestor.tree), version.isReadable {
        return version
      }
      next = ancestor.parents.first
    }
    return policy
  }
}

extension Policy {
  /// Whether nobody may change this policy who may not change another as well.
  fileprivate func hasNoMoreKeepers(than other: Policy) -> Bool {
    keepers.isSubset(of: other.keepers)
  }

  /// The addresses of those who may change the policy.
  private var keepers: Set<String> {
    let people = people.filter { $0.roles.contains(Person.policyRole) && $0.until == nil }
    return Set(people.flatMap { [$0.email] + $0.also })
  }
}
