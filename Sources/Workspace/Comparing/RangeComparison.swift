package import Briefs
package import Git

/// Compares the briefs of two states of a repository, reading only the files that differ.
package struct RangeComparison {
  private let repository: Repository
  private let store: BlobStore

  package init(repository: Repository) {
    self.repository = repository
    store = BlobStore(repository: repository)
  }

  /// The briefs that differ between the two ends, in the order of their paths.
  package func briefs(in range: RevisionRange) throws(GitError) -> [ComparedBrief] {
    let old = try tree(of: range.old)
    switch range.new {
    case .workTree:
      let files = try WorkTree(of: repository)
      let places = [files.policy(), try store.policy(inTree: old)].compactMap { $0 }
      return try briefs(from: old, to: files, at: RangeComparison.places(of: places))
    case .nothing, .commit:
      let new = try tree(of: range.new)
      let places = [try store.policy(inTree: new), try store.policy(inTree: old)].compactMap { $0 }
      return try briefs(from: old, to: new, at: RangeComparison.places(of: places))
    }
  }

  private func briefs(
    from old: ObjectID?, to new: ObjectID?, at places: [BriefPlaces]
  ) throws(GitError) -> [ComparedBrief] {
    var (before, after): ([FileVersion], [FileVersion]) = ([], [])
    try repository.changes(from: old, to: new) { (change) throws(GitError) in
      guard places.contains(where: { $0.contains(change.path) }) else { return }
      if let entry = change.old { before.append(try version(entry, change.path)) }
      if let entry = change.new { after.append(try version(entry, change.path)) }
    }
    return ComparedBrief.pairing(before, with: after)
  }

  private func briefs(
    from old: ObjectID?, to files: WorkTree, at places: [BriefPlaces]
  ) throws(GitError) -> [ComparedBrief] {
    var present: [[UInt8]: FileVersion] = [:]
    for place in places {
      for version in files.versions(in: place) { present[version.path] = version }
    }
    var committed: [[UInt8]: TreeEntry] = [:]
    for place in places {
      guard let old else { break }
      for root in place.roots {
        for file in try repository.files(inTree: old, under: root) where place.contains(file.path) {
          committed[file.path] = file.entry
        }
      }
    }
    var before: [FileVersion] = []
    for (path, entry) in committed {
      if present[path]?.identity == entry.id.description {
        present[path] = nil
      } else {
        before.append(try version(entry, path))
      }
    }
    return ComparedBrief.pairing(before, with: Array(present.values))
  }

  private func version(_ entry: TreeEntry, _ path: [UInt8]) throws(GitError) -> FileVersion {
    FileVersion(path: path, identity: entry.id.description, brief: try store.brief(entry))
  }

  private func tree(of revision: RevisionRange.Revision) throws(GitError) -> ObjectID? {
    guard let commit = revision.commit else { return nil }
    return try repository.outline(of: commit).tree
  }

  /// The places of all policies, each once; without a policy those that one without words has.
  private static func places(of policies: [Policy]) -> [BriefPlaces] {
    var places: [BriefPlaces] = []
    let known = policies.isEmpty ? [BriefPlaces(nil)] : policies.map { BriefPlaces($0) }
    for place in known where !places.contains(place) { places.append(place) }
    return places
  }
}

extension ComparedBrief {
  /// Pairs the files of two states that differ: by the briefs' ids, then by their paths.
  fileprivate static func pairing(
    _ old: [FileVersion], with new: [FileVersion]
  ) -> [ComparedBrief] {
    var pool = UnmatchedVersions(old.filter { $0.brief != nil })
    var pairs: [(old: FileVersion?, new: FileVersion)] = []
    var unmatched: [FileVersion] = []
    for file in new where file.brief != nil {
      if let same = pool.take(at: file.path, withID: file.brief?.id) {
        pairs.append((same, file))
      } else {
        unmatched.append(file)
      }
    }
    for file in unmatched {
      let moved = file.brief?.id.flatMap { pool.take(withID: $0) }
      pairs.append((moved ?? pool.take(at: file.path), file))
    }
    let compared =
      pairs.map { ComparedBrief(old: $0.old.flatMap(Version.init), new: Version($0.new)) }
      + pool.left.map { ComparedBrief(old: Version($0), new: nil) }
    return compared.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}

extension ComparedBrief.Version {
  fileprivate init?(_ file: FileVersion) {
    guard let brief = file.brief else { return nil }
    self.init(path: file.displayPath, brief: brief)
  }
}
