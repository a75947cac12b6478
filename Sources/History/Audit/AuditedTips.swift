package import Git

/// The commits at which an audit begins, each with the name of its reference.
///
/// Whether a loss still stands is looked up at the first of them that its commit leads to: at the
/// commit of HEAD before any other, then at branches, those of other repositories, and tags, by their
/// names. One that another goes beyond is passed over.
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
    tips = try repository.head().commit.map { [Tip(name: nil, commit: $0)] } ?? []
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

  /// The place of the tip at which each commit of the history is looked for, by their positions.
  func places(in history: CommitHistory) -> [Int] {
    let nodes = history.nodes
    var isParent = [Bool](repeating: false, count: nodes.count)
    for parent in nodes.lazy.flatMap(\.parents) { isParent[parent] = true }
    let order = Dictionary(uniqueKeysWithValues: tips.enumerated().map { ($1.commit, $0) })
    var places = [Int](repeating: .max, count: nodes.count)
    for position in nodes.indices.reversed() {
      if let place = order[nodes[position].id], place == 0 || !isParent[position] {
        places[position] = min(places[position], place)
      }
      for parent in nodes[position].parents {
        places[parent] = min(places[parent], places[position])
      }
    }
    return places
  }

  /// The positions of the commits that lead to one of the tips, itself among them.
  func past(of place: Int, in history: CommitHistory) -> [Int] {
    let nodes = history.nodes
    if tips.count == 1 { return Array(nodes.indices) }
    var isPast = nodes.map { $0.id == tips[place].commit }
    for position in nodes.indices.reversed() where isPast[position] {
      for parent in nodes[position].parents { isPast[parent] = true }
    }
    return nodes.indices.filter { isPast[$0] }
  }
}
