internal import Briefs
internal import Git

/// Where one brief stands in the tree of a commit.
struct BriefPlace {
  /// The path from the top of the repository.
  let path: [UInt8]

  /// The file.
  let entry: TreeEntry

  /// The ids of what the path leads through, from the first folder down to the file.
  private let ids: [ObjectID]

  /// Why the file cannot be read, though it is there; nil where it can.
  ///
  /// It is taken for the brief by its place or its name: that it cannot be read is nobody's deed.
  fileprivate(set) var fault: GitError?

  /// Looks at a path of a tree; nil where no file is there.
  ///
  /// Reads no folder below one that is the same in a tree looked at before.
  init?(
    at path: [UInt8], inTree tree: ObjectID, after known: BriefPlace? = nil,
    _ repository: Repository
  ) throws(GitError) {
    let names = path.split(separator: UInt8(ascii: "/")).map { Array($0) }
    let known = known?.path == path ? known : nil
    var ids: [ObjectID] = []
    var directory = tree
    var file: TreeEntry?
    for (level, name) in names.enumerated() {
      guard let entry = try repository.entry(at: name, inTree: directory) else { return nil }
      ids.append(entry.id)
      let isFolder = level + 1 < names.count
      guard entry.mode.isDirectory == isFolder else { return nil }
      if isFolder, let known, known.ids[level] == entry.id {
        ids += known.ids[(level + 1)...]
        file = known.entry
        break
      }
      directory = entry.id
      file = entry
    }
    guard let file else { return nil }
    self.path = path
    self.ids = ids
    entry = file
  }

  /// Whether the same file stands at the same place.
  func isSame(as other: BriefPlace) -> Bool {
    path == other.path && entry.isSameFile(as: other.entry)
  }

  /// The same place, with why its file cannot be read.
  func unread(_ fault: GitError?) -> BriefPlace {
    var place = self
    place.fault = fault
    return place
  }
}

/// Finds a brief in the tree before a change, as the gates pair the versions of a brief.
struct BriefSearch {
  let id: String
  let repository: Repository
  let store: BlobStore

  /// The brief in a tree: at a path where it is likely to stand, else by its name.
  func place(inTree tree: ObjectID, near path: [UInt8]?) throws(GitError) -> BriefPlace? {
    if let path, let place = try BriefPlace(at: path, inTree: tree, repository) {
      do throws(GitError) {
        if isNamed(try store.brief(place.entry)) { return place }
      } catch {
        return place.unread(error)
      }
    }
    let lookup = TreeLookup(tree: tree, places: try places(in: tree), repository, store)
    guard let path = try lookup.paths(of: id).first else { return nil }
    return try BriefPlace(at: path, inTree: tree, repository)
  }

  /// The brief in a parent's tree: at the same path first, then in a file that the change took away
  /// or gave another content, then in any other.
  func place(
    inParent tree: ObjectID, of child: ObjectID, after known: BriefPlace
  ) throws(GitError) -> BriefPlace? {
    if tree == child { return known }
    if let place = try BriefPlace(at: known.path, inTree: tree, after: known, repository) {
      do throws(GitError) {
        if try isVersion(place.entry) { return place }
      } catch {
        return place.unread(error)
      }
    }
    let places = try places(in: tree)
    var files: [TreeFile] = []
    try repository.changes(from: tree, to: child) { change in
      guard let old = change.old, places.contains(change.path) else { return }
      files.append(TreeFile(path: change.path, entry: old))
    }
    let named = files.filter { RepositoryPath.stem(of: $0.path).elementsEqual(id.utf8) }
    let others = files.filter { !RepositoryPath.stem(of: $0.path).elementsEqual(id.utf8) }
    for file in named {
      do throws(GitError) {
        guard isNamed(try store.brief(file.entry)) else { continue }
      } catch {
        return try BriefPlace(at: file.path, inTree: tree, repository)?.unread(error)
      }
      return try BriefPlace(at: file.path, inTree: tree, repository)
    }
    for file in others where isNamed(try store.brief(file.entry)) {
      return try BriefPlace(at: file.path, inTree: tree, repository)
    }
    // A copy under the same id goes on from what it was copied from, though that still stands there.
    return try place(inTree: tree, near: nil)
  }

  /// Whether the file at the brief's path is the brief; one that says no id is taken for it.
  private func isVersion(_ entry: TreeEntry) throws(GitError) -> Bool {
    guard let brief = try store.brief(entry) else { return false }
    return brief.id == nil || isNamed(brief)
  }

  private func isNamed(_ brief: Brief?) -> Bool {
    brief?.id?.utf8.elementsEqual(id.utf8) ?? false
  }

  private func places(in tree: ObjectID) throws(GitError) -> BriefPlaces {
    BriefPlaces(try store.policy(inTree: tree))
  }
}
