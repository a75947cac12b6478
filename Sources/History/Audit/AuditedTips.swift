package import Git

/// The commits at which an audit begins, each with the name of its reference.
///
/// A loss still stands if it does at any of them that its commit leads to; the first is named: the
/// commit of HEAD, then branches, those of other repositories, and tags, by their names. One that
/// another goes beyond is passed over.
package struct AuditedTips: Sendable {
  /// One commit with the name by which a report calls it; nil for the one that needs no name.
  struct Tip: Sendable {
    let name: String?
    let commit: ObjectID
  }

  private(set) var tips: [Tip]

  /// References that should lead to a commit which cannot be read.
  private(set) var gaps: [AuditGap] = []

  /// One commit, and what leads to it.
  package init(_ commit: ObjectID) {
    tips = [Tip(name: nil, commit: commit)]
  }

  /// The commit of HEAD, if there is one.
  package init(headOf repository: Repository) throws(GitError) {
    tips = try repository.head().commit.map { [Tip(name: nil, commit: $0)] } ?? []
  }

  /// The commit of HEAD, if there is one, and those of all branches and tags.
  package init(allReferencesOf repository: Repository) throws(GitError) {
    try self.init(headOf: repository)
    var seen = Set(tips.map(\.commit))
    for prefix in ["refs/heads/", "refs/remotes/", "refs/tags/"] {
      for reference in try repository.references(prefix) where seen.insert(reference.id).inserted {
        do throws(GitError) {
          _ = try repository.outline(of: reference.id)
          tips.append(Tip(name: reference.name, commit: reference.id))
        } catch {
          // A tag may name a file or a tree, which has no history.
          if error.code == .wrongType { continue }
          gaps.append(AuditGap(commit: reference.id, extent: .past, error: error))
        }
      }
    }
  }

  /// Whether there is nothing to judge.
  package var isEmpty: Bool { tips.isEmpty && gaps.isEmpty }

  /// The places of the tips that count: the first, and those that no other goes beyond.
  func leading(in history: CommitHistory) -> [Int] {
    let passed = Set(history.nodes.lazy.flatMap(\.parents).map { history.nodes[$0].id })
    return tips.indices.filter { $0 == 0 || !passed.contains(tips[$0].commit) }
  }

  /// Of each commit, by its position, whether it leads to one of the tips or is it.
  func past(of place: Int, in history: CommitHistory) -> [Bool] {
    let nodes = history.nodes
    if tips.count == 1 { return nodes.map { _ in true } }
    var isPast = nodes.map { $0.id == tips[place].commit }
    for position in nodes.indices.reversed() where isPast[position] {
      for parent in nodes[position].parents { isPast[parent] = true }
    }
    return isPast
  }
}
