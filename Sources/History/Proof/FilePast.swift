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
  private(set) var cuts: [HistoryCut]

  init(of path: [UInt8], in history: CommitHistory, _ repository: Repository) {
    var reader = FileReader(path, in: repository)
    cuts = history.cuts
    let cutShort = Set(cuts.map(\.commit))
    var versions: [FileReader.Version] = []
    versions.reserveCapacity(history.nodes.count)
    for node in history.nodes {
      let version = reader.version(of: node)
      versions.append(version)
      if case .unreadable(let error) = version {
        cuts.append(HistoryCut(commit: node.id, missing: node.tree, error: error))
      }
      add(node, version, node.parents.map { versions[$0] }, cutShort.contains(node.id))
    }
  }

  private mutating func add(
    _ node: CommitHistory.Node, _ version: FileReader.Version, _ parents: [FileReader.Version],
    _ isCutShort: Bool
  ) {
    guard case .read(let entry) = version else { return }
    let before = parents.compactMap(\.known)
    let isCutShort = isCutShort || before.count < parents.count
    // Where history begins here, nobody is known to have taken out or brought what is missing.
    if before.isEmpty, entry == nil { return }
    if isCutShort, entry == nil { return }
    if before.contains(where: { $0 != entry }) || before.isEmpty {
      if parents.count > 1 { mergeCount += 1 } else { ordinaryCount += 1 }
    }
    if before.allSatisfy({ $0 != entry }) {
      changes.append(Change(commit: node.id, entry: entry, isCutShort: isCutShort))
    }
  }
}

/// Reads what commits have at one path; the folder at the top of it is looked into once for each of
/// its contents, since most commits leave it alone.
private struct FileReader {
  /// The file as a commit has it; nil where it does not.
  enum Version {
    case read(TreeEntry?)
    case unreadable(GitError)

    /// What is there, where that is known.
    var known: TreeEntry?? {
      if case .read(let entry) = self { return .some(entry) }
      return nil
    }
  }

  private let repository: Repository
  private let folder: [UInt8]
  private let rest: [UInt8]
  private var known: [ObjectID: TreeEntry?] = [:]

  init(_ path: [UInt8], in repository: Repository) {
    self.repository = repository
    let end = path.firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
    folder = Array(path[..<end])
    rest = Array(path[end...].dropFirst())
  }

  mutating func version(of commit: CommitHistory.Node) -> Version {
    do throws(GitError) {
      return .read(try entry(inTree: commit.tree))
    } catch {
      return .unreadable(error)
    }
  }

  private mutating func entry(inTree tree: ObjectID) throws(GitError) -> TreeEntry? {
    guard let top = try repository.entry(at: folder, inTree: tree) else { return nil }
    if rest.isEmpty { return top }
    guard top.mode.isDirectory else { return nil }
    if let entry = known[top.id] { return entry }
    let entry = try repository.entry(at: rest, inTree: top.id)
    known.updateValue(entry, forKey: top.id)
    return entry
  }
}
