internal import Git
internal import Workspace

/// The commits that changed one file, up to a commit, as `git rev-list COMMIT -- FILE` finds them: a
/// merge that has the file as one parent has it leads to that parent alone.
struct FilePast {
  /// A commit that changed the file, and what it made of it; nil where it took it out.
  struct Change {
    let commit: ObjectID
    let entry: TreeEntry?
  }

  /// The changes, the one that first brought the file last.
  private(set) var changes: [Change] = []

  /// Where history goes on and cannot be read.
  private(set) var cuts: [HistoryCut] = []

  init(of path: [UInt8], upTo commit: ObjectID, in repository: Repository) throws(GitError) {
    var reader = FileReader(path, in: repository)
    var waiting = [try reader.version(at: commit)]
    var seen: Set<ObjectID> = [commit]
    while let version = waiting.popLast() {
      var before: [FileReader.Version] = []
      var isChanged = true
      for parent in version.parents where isChanged {
        do throws(GitError) {
          let earlier = try reader.version(at: parent)
          isChanged = earlier.entry != version.entry
          before = isChanged ? before + [earlier] : [earlier]
        } catch {
          cuts.append(HistoryCut(commit: version.commit, missing: parent, error: error))
        }
      }
      let isBeginning = version.parents.isEmpty && version.entry == nil
      if isChanged, !isBeginning {
        changes.append(Change(commit: version.commit, entry: version.entry))
      }
      // The first parent is followed last, so that the last change is where its line ends.
      waiting += before.filter { seen.insert($0.commit).inserted }
    }
  }
}

/// Reads what commits have at one path; the folder at the top of it is looked into once for each of
/// its contents, since most commits leave it alone.
private struct FileReader {
  struct Version {
    let commit: ObjectID
    let parents: [ObjectID]
    let entry: TreeEntry?
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

  mutating func version(at commit: ObjectID) throws(GitError) -> Version {
    let outline = try repository.outline(of: commit)
    return Version(
      commit: commit, parents: outline.parents, entry: try entry(inTree: outline.tree))
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
