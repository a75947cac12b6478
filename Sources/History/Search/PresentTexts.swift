internal import Briefs
internal import Diagnostics
internal import Git
internal import Workspace

/// The texts that briefs have in one tree.
struct PresentTexts {
  private let tree: ObjectID
  private let repository: Repository
  private let store: BlobStore

  /// All briefs of the tree, made where one does not stand where it stood.
  private var lookup: TreeLookup?

  /// The texts of the brief that was asked about last.
  private var known: (brief: String, path: [UInt8], texts: PlacedTexts)?

  init(tree: ObjectID, repository: Repository, store: BlobStore) {
    self.tree = tree
    self.repository = repository
    self.store = store
  }

  /// The text of a brief at a place that has all of some lines; nil where there is none.
  mutating func text(
    of id: String, near path: [UInt8], at place: WordingPlace, holding lines: [String]
  ) throws(GitError) -> PlacedText? {
    try find(id, near: path)
    return known?.texts.text(at: place, holding: lines)
  }

  /// The status of a brief; nil where it is not there or says none.
  mutating func status(of id: String, near path: [UInt8]) throws(GitError) -> String? {
    try find(id, near: path)
    return known?.texts.status
  }

  private mutating func find(_ id: String, near path: [UInt8]) throws(GitError) {
    let isKnown = known.map { $0.brief.utf8.elementsEqual(id.utf8) && $0.path == path } ?? false
    if !isKnown {
      known = (id, path, PlacedTexts(of: try brief(id, near: path)))
    }
  }

  /// The brief as the tree has it, at a path or else found by its name.
  private mutating func brief(_ id: String, near path: [UInt8]) throws(GitError) -> Brief? {
    if let entry = try repository.entry(at: path, inTree: tree) {
      do throws(GitError) {
        let brief = try store.brief(entry)
        if brief?.id?.utf8.elementsEqual(id.utf8) ?? false { return brief }
      } catch {
        // What it says is not known: the index names the file among what cannot be read.
        return nil
      }
    }
    let lookup = try briefs()
    guard let path = try lookup.paths(of: id).first else { return nil }
    return try lookup.brief(at: path)
  }

  private mutating func briefs() throws(GitError) -> TreeLookup {
    if let lookup { return lookup }
    let entry = try repository.entry(at: Array(Policy.fileName.utf8), inTree: tree)
    let policy = try entry.map { (entry) throws(GitError) in try store.policy(entry) }
    let places = BriefPlaces(policy ?? Policy(source: SourceText([])))
    let made = TreeLookup(tree: tree, places: places, repository, store)
    lookup = made
    return made
  }
}
