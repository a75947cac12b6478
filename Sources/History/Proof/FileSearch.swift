internal import Git
internal import Workspace

/// The commits of a history that touched one file, found by a look at each of them.
struct FileSearch {
  /// Those that have the file other than one of their parents, or where that cannot be read, and the
  /// commit that was begun with; children before parents, in the order in which an index gives them.
  let touched: [ObjectID]

  /// Where history goes on and cannot be read.
  let cuts: [HistoryCut]

  init(
    for path: [UInt8], upTo head: ObjectID, in repository: Repository
  ) throws(GitError) {
    var graph = CommitGraph()
    let commits = try graph.extend(to: head, in: repository) { _ in }
    var cuts = commits.faults.map { fault in
      HistoryCut(
        commit: graph.id(at: Int(fault.commit)), missing: fault.missing, error: fault.error)
    }
    var reader = PathReader(path, in: repository)
    var kept = Set(commits.faults.map(\.commit))
    var versions: [Version] = []
    versions.reserveCapacity(graph.count)
    for (position, tree) in commits.trees.enumerated() {
      let version: Version
      do throws(GitError) {
        version = .read(try reader.entry(inTree: tree))
      } catch {
        version = .unreadable
        cuts.append(HistoryCut(commit: graph.id(at: position), missing: tree, error: error))
      }
      let parents = graph.parents(at: position).map { versions[Int($0)] }
      versions.append(version)
      let before = parents.isEmpty ? [.read(nil)] : parents
      if before.contains(where: { $0 != version }) { kept.insert(Int32(position)) }
    }
    kept.insert(Int32(graph.count - 1))
    self.cuts = cuts
    touched = graph.reduced(to: kept, within: graph.reach(from: head)).map(\.commit)
  }

  /// What a commit has at the path.
  private enum Version: Equatable {
    case read(TreeEntry?)
    case unreadable
  }
}
