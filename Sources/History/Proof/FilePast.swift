internal import Git
internal import Workspace

/// The commits that changed one file, along every line of history, as `git rev-list --full-history`
/// finds them: a change that a merge did not take is one too.
struct FilePast {
  /// A commit that has the file as none of its parents has it, and what it made of it; nil where it
  /// took it out.
  struct Change {
    let commit: ObjectID
    let entry: TreeEntry?

    /// Whether its parents cannot all be read, so that somebody else may have changed it.
    let isCutShort: Bool
  }

  /// The changes, each behind those before it.
  private(set) var changes: [Change] = []

  /// How many of the changes, and of the merges that took the file from one of several sides that
  /// had it differently, are ordinary commits, and how many merges.
  private(set) var ordinaryCount = 0
  private(set) var mergeCount = 0

  /// Where history goes on and cannot be read.
  private(set) var cuts: [HistoryCut] = []

  /// Whether every commit looked at could be read, and what is before it.
  private var isWhole = true

  /// Reads the past of a file up to a commit: from the commits that may have touched it, children
  /// before parents, where these are known, else from all.
  init(
    of path: [UInt8], upTo head: ObjectID, touchedBy touched: [ObjectID]?,
    in repository: Repository
  ) throws(GitError) {
    if let touched {
      self.init(of: path, in: touched, repository)
      if isWhole { return }
    }
    // What cannot be read is found, and told, where all commits are looked at.
    let search = try FileSearch(for: path, upTo: head, in: repository)
    self.init(of: path, in: search.touched, repository)
    cuts = search.cuts
  }

  /// Reads some commits, of which children come before parents.
  private init(of path: [UInt8], in commits: [ObjectID], _ repository: Repository) {
    var reader = PathReader(path, in: repository)
    for commit in commits.reversed() {
      // Whose search this is knows why it cannot be read.
      guard let version = try? reader.version(of: commit) else {
        isWhole = false
        continue
      }
      let before = version.parents.compactMap { try? reader.version(of: $0) }.map(\.entry)
      if before.count < version.parents.count { isWhole = false }
      add(commit, version.entry, before, of: version.parents.count)
    }
  }

  private mutating func add(
    _ commit: ObjectID, _ entry: TreeEntry?, _ before: [TreeEntry?], of parentCount: Int
  ) {
    let isCutShort = before.count < parentCount
    // Where history begins here, nobody is known to have taken out or brought what is missing.
    if entry == nil, before.isEmpty || isCutShort { return }
    if before.contains(where: { $0 != entry }) || before.isEmpty {
      if parentCount > 1 { mergeCount += 1 } else { ordinaryCount += 1 }
    }
    if before.allSatisfy({ $0 != entry }) {
      changes.append(Change(commit: commit, entry: entry, isCutShort: isCutShort))
    }
  }
}
