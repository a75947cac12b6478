internal import Briefs
internal import Diagnostics
package import Git
internal import Rules

/// Which version of `handoff.yaml` counts for each commit.
///
/// One that came in against the policy before it gives nobody a right, however long it stays: until
/// somebody who may change the policy does, the last lawful version judges. Otherwise whoever loosens
/// the policy, does what it forbids and puts it back would have done nothing worse than the first.
package struct LawfulPolicies {
  private let repository: Repository
  private let store: BlobStore
  private let preparation: ChangePreparation

  /// The version that counts for a commit whose own does not.
  package internal(set) var instead: [ObjectID: TreeEntry] = [:]

  package init(in repository: Repository) {
    self.repository = repository
    store = BlobStore(repository: repository, keeping: 64)
    preparation = ChangePreparation(repository: repository, store: store)
  }

  /// Looks at a commit, whose parents were looked at before.
  ///
  /// - Returns: the commit as the lawful versions judge it; nil where those are its own.
  package mutating func look(
    at prepared: PreparedChange, isMalformed: Bool
  ) throws(GitError) -> PreparedChange? {
    guard let commit = prepared.change.commit, prepared.replay == nil else { return nil }
    let isAfterUnlawful = prepared.change.parents.contains { instead[$0] != nil }
    guard isAfterUnlawful || prepared.changesPolicy else { return nil }
    var result = prepared
    if isAfterUnlawful {
      var question = ChangePreparation.Question()
      question.lawful = instead
      question.lawfulResult = try inherited(prepared)
      instead[commit] = question.lawfulResult
      result = try preparation.prepare(prepared.change, question) ?? prepared
    }
    if instead[commit] == nil, try isUnlawful(result, isMalformed) {
      instead[commit] = try newestLawful(before: prepared)
    }
    return isAfterUnlawful ? result : nil
  }

  /// What counts for a commit that leaves the file as an unlawful parent has it.
  private func inherited(_ prepared: PreparedChange) throws(GitError) -> TreeEntry? {
    guard let own = try repository.policyEntry(inTree: prepared.change.tree) else { return nil }
    var inherited: TreeEntry?
    for (parent, tree) in zip(prepared.change.parents, prepared.parentTrees)
    where try repository.policyEntry(inTree: tree) == own {
      guard let lawful = instead[parent] else { return nil }
      inherited = inherited ?? lawful
    }
    return inherited
  }

  /// Whether a commit may not give the file its version.
  private func isUnlawful(
    _ prepared: PreparedChange, _ isMalformed: Bool
  ) throws(GitError) -> Bool {
    guard prepared.changesPolicy else { return false }
    if isMalformed { return true }
    return try prepared.policyDiagnostics(in: repository, store).contains { finding in
      finding.rule == UnauthorisedPolicy.documentation.id && finding.severity == .error
    }
  }

  private func newestLawful(before prepared: PreparedChange) throws(GitError) -> TreeEntry? {
    for (parent, tree) in zip(prepared.change.parents, prepared.parentTrees) {
      if let lawful = instead[parent] { return lawful }
      if let entry = try repository.policyEntry(inTree: tree) { return entry }
    }
    return nil
  }
}
