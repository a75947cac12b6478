package import Git

/// Reads what commits have at one path; the folder at the top of it is looked into once for each of
/// its contents, since most commits leave it alone.
package struct PathReader {
  private let repository: Repository
  private let folder: [UInt8]
  private let rest: [UInt8]
  private var known: [ObjectID: TreeEntry?] = [:]

  package init(_ path: [UInt8], in repository: Repository) {
    self.repository = repository
    let end = path.firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
    folder = Array(path[..<end])
    rest = Array(path[end...].dropFirst())
  }

  /// What stands there in a commit, be it a file or a folder, and the commits before that one.
  package mutating func version(
    of commit: ObjectID
  ) throws(GitError) -> (entry: TreeEntry?, parents: [ObjectID]) {
    let outline = try repository.outline(of: commit)
    return (try entry(inTree: outline.tree), outline.parents)
  }

  /// What stands there in a tree; nil where nothing does.
  package mutating func entry(inTree tree: ObjectID) throws(GitError) -> TreeEntry? {
    guard let top = try repository.entry(at: folder, inTree: tree) else { return nil }
    if rest.isEmpty { return top }
    guard top.mode.isDirectory else { return nil }
    if let entry = known[top.id] { return entry }
    let entry = try repository.entry(at: rest, inTree: top.id)
    known.updateValue(entry, forKey: top.id)
    return entry
  }
}
