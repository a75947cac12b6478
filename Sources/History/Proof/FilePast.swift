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
    var waiting = [commit]
    var seen: Set<ObjectID> = [commit]
    var next = 0
    while next < waiting.count {
      let id = waiting[next]
      next += 1
      let outline = try repository.outline(of: id)
      let entry = try repository.entry(at: path, inTree: outline.tree)
      var isSame = false
      var readable: [ObjectID] = []
      for parent in outline.parents where !isSame {
        do throws(GitError) {
          let before = try repository.entry(
            at: path, inTree: try repository.outline(of: parent).tree)
          isSame = before == entry
          readable = isSame ? [parent] : readable + [parent]
        } catch {
          cuts.append(HistoryCut(commit: id, missing: parent, error: error))
        }
      }
      let isBeginning = outline.parents.isEmpty && entry == nil
      if !isSame, !isBeginning { changes.append(Change(commit: id, entry: entry)) }
      waiting += readable.filter { seen.insert($0).inserted }
    }
  }
}
