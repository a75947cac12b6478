internal import Briefs
internal import Git

/// Items born in commits that a branch moves away from.
enum LeftBehindItems {
  /// The names, such as `acme-onboarding/X1`, of items that the commits added and a tip lacks.
  static func names(
    in commits: [ObjectID], missingFrom tip: ObjectID, _ repository: Repository
  ) throws(GitError) -> [String] {
    let store = BlobStore(repository: repository)
    let target = try repository.commit(tip)
    var names: [String] = []
    for id in commits.reversed() {
      let commit = try repository.commit(id)
      let change = Change(commit)
      guard let policy = try PolicyInForce.of(change, in: repository, store) else { continue }
      let places = BriefPlaces(policy.judging)
      let before = try items(
        of: commit.parents.first, at: places, against: commit.tree, repository, store)
      let after = try items(of: id, at: places, against: target.tree, repository, store)
      let kept = try items(of: tip, at: places, against: commit.tree, repository, store)
      names += after.subtracting(before).subtracting(kept).sorted()
    }
    return Array(Set(names)).sorted()
  }

  /// The items of a commit's briefs, as far as their files differ from another tree's.
  private static func items(
    of commit: ObjectID?, at places: BriefPlaces, against other: ObjectID,
    _ repository: Repository, _ store: BlobStore
  ) throws(GitError) -> Set<String> {
    guard let commit else { return [] }
    var names: Set<String> = []
    try repository.changes(from: other, to: try repository.commit(commit).tree) {
      (file) throws(GitError) in
      guard let entry = file.new, places.contains(file.path),
        let brief = try store.brief(entry), let id = brief.id
      else { return }
      names.formUnion(brief.items.compactMap { item in item.id.map { "\(id)/\($0)" } })
    }
    return names
  }
}
