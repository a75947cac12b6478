internal import Briefs
package import Git
internal import Workspace

extension HistoryIndex {
  /// Builds the index of the history that leads to a tip.
  package init(
    of tip: ObjectID, in place: RepositoryPlace,
    progress: @Sendable (IndexProgress) -> Void = { _ in }
  ) throws(GitError) {
    self.init()
    let repository = try place.open()
    let new = try graph.extend(to: tip, in: repository, progress: progress)
    patterns = try Self.patterns(at: tip, in: repository)
    var scan = try TreeScan.run(new, of: graph, at: patterns, in: place, progress: progress)
    try take(scan.policies, in: repository)
    let all = Set(policies.flatMap(\.patterns))
    if all != patterns {
      patterns = all
      scan = try TreeScan.run(new, of: graph, at: patterns, in: place, progress: progress)
    }
    faults += new.faults
    try take(scan, in: repository, load: { _, _ in }, progress: progress)
  }

  /// Adds the history that leads to a tip, as far as it is not there yet.
  ///
  /// Where the history has other patterns of briefs' paths than the index was built by, the index is
  /// built anew, of this history alone. `load` is asked for what is known of briefs before it grows.
  ///
  /// - Returns: what was changed.
  package mutating func extend(
    to tip: ObjectID, in place: RepositoryPlace,
    load: (inout HistoryIndex, Set<BriefKey>) -> Void = { _, _ in },
    progress: @Sendable (IndexProgress) -> Void = { _ in }
  ) throws(GitError) -> IndexGrowth {
    // What fails leaves the index as it was.
    var grown = self
    let repository = try place.open()
    let new = try grown.graph.extend(to: tip, in: repository, progress: progress)
    let scan = try TreeScan.run(new, of: grown.graph, at: patterns, in: place, progress: progress)
    try grown.take(scan.policies, in: repository)
    guard grown.patterns(within: grown.graph.reach(from: tip)) == patterns else {
      self = try HistoryIndex(of: tip, in: place, progress: progress)
      return .rebuilt
    }
    guard !new.trees.isEmpty else { return .none }
    grown.faults += new.faults
    let keys = try grown.take(scan, in: repository, load: load, progress: progress)
    self = grown
    return .grown(keys)
  }

  /// The patterns of the policy in a commit.
  private static func patterns(
    at commit: ObjectID, in repository: Repository
  ) throws(GitError) -> Set<String> {
    let tree = try repository.outline(of: commit).tree
    return patterns(of: try BlobStore(repository: repository).policy(inTree: tree))
  }

  private static func patterns(of policy: Policy?) -> Set<String> {
    Set(policy?.briefs ?? Policy.defaultBriefs)
  }

  private mutating func take(
    _ changes: [(commit: Int32, entry: TreeEntry?)], in repository: Repository
  ) throws(GitError) {
    let store = BlobStore(repository: repository)
    for (commit, entry) in changes {
      do throws(GitError) {
        let policy = try entry.map { (entry) throws(GitError) in try store.policy(entry) }
        // Of a policy over the limit else only the size would be believed.
        if let entry, entry.mode.isOrdinaryFile, try !repository.isHashed(entry.id) {
          hasUnhashed = true
        }
        policies.append(PolicyChange(commit: commit, patterns: Self.patterns(of: policy).sorted()))
      } catch {
        let missing = entry?.id ?? graph.id(at: Int(commit))
        faults.append(Fault(commit: commit, missing: missing, error: error))
      }
    }
  }
}

/// What happened to an index that was brought up to date.
package enum IndexGrowth: Sendable, Equatable {
  /// Nothing: it had the whole history.
  case none

  /// Commits were added, and with them what is known of these briefs changed.
  case grown(Set<BriefKey>)

  /// It was built anew, since the briefs' places are others in this history.
  case rebuilt
}
