internal import Briefs
internal import Git
internal import Workspace

/// The texts that briefs have in one tree.
struct PresentTexts {
  private let tree: ObjectID
  private let repository: Repository
  private let store: BlobStore

  /// Whether nothing of the history is known that cannot be read: what cannot be is an error then.
  private let isWhole: Bool

  /// All briefs of the tree, made where one does not stand where it stood.
  private var lookup: TreeLookup?

  /// The brief that was asked about last.
  private var known: (brief: String?, path: [UInt8], present: Present)?

  /// A brief as the tree has it.
  private enum Present {
    case there(PlacedTexts)
    case gone
    case unread
  }

  init(tree: ObjectID, repository: Repository, store: BlobStore, isWhole: Bool) {
    self.isWhole = isWhole
    self.tree = tree
    self.repository = repository
    self.store = store
  }

  /// How a brief is now; of files that never said an id, the one that stood at a path.
  mutating func state(
    of id: String?, near path: [UInt8]
  ) throws(GitError) -> SearchAnswer.State {
    switch try find(id, near: path) {
    case .there(let texts): .there(status: texts.status)
    case .gone: .gone
    case .unread: .unread
    }
  }

  /// What an item or a section is counted as; nil where what it said must be read to tell.
  mutating func outcome(of found: FoundPlace) throws(GitError) -> SearchAnswer.Outcome? {
    guard let place = found.hits.first?.place else { return nil }
    switch try find(found.brief, near: found.path) {
    case .there(var texts):
      let end = texts.end(ofThoseSpelt: found.hits.map(\.spelling), at: place)
      known?.present = .there(texts)
      return end.map {
        SearchAnswer.Outcome($0.fate, withdrawn: $0.withdrawn, in: texts.status)
      }
    case .gone: return .gone
    case .unread: return .unknown
    }
  }

  /// What became of some lines of a text; nil of a record that was added to since, and so is another
  /// text that holds them.
  mutating func end(
    of text: PlacedText, at place: WordingPlace, holding lines: [String], in id: String?,
    near path: [UInt8]
  ) throws(GitError) -> (fate: SearchAnswer.Fate, withdrawn: String?)? {
    switch try find(id, near: path) {
    case .there(var texts):
      let end = texts.end(of: text, at: place, holding: lines)
      known?.present = .there(texts)
      return end
    case .gone: return (.gone, nil)
    case .unread: return (.unknown, nil)
    }
  }

  private mutating func find(_ id: String?, near path: [UInt8]) throws(GitError) -> Present {
    if let known, known.path == path, known.brief.isSame(as: id) { return known.present }
    let found = try look(for: id, near: path)
    known = (id, path, found)
    return found
  }

  /// Looks for a brief at a path, then by its name.
  private mutating func look(for id: String?, near path: [UInt8]) throws(GitError) -> Present {
    var isUnread = false
    if let entry = try repository.entry(at: path, inTree: tree) {
      do throws(GitError) {
        if let brief = try store.brief(entry) {
          if brief.isSound, brief.id.isSame(as: id) { return .there(PlacedTexts(of: brief)) }
          isUnread = !brief.isSound
        }
      } catch {
        // What it says is not known: the index names the file among what cannot be read.
        if isWhole { throw error }
        isUnread = true
      }
    }
    if let id {
      do throws(GitError) {
        let lookup = try briefs()
        if let path = try lookup.paths(of: id).first, let brief = try lookup.brief(at: path) {
          return brief.isSound ? .there(PlacedTexts(of: brief)) : .unread
        }
      } catch {
        if isWhole { throw error }
        isUnread = true
      }
    }
    return isUnread ? .unread : .gone
  }

  private mutating func briefs() throws(GitError) -> TreeLookup {
    if let lookup { return lookup }
    let places = BriefPlaces(try store.policy(inTree: tree))
    let made = TreeLookup(tree: tree, places: places, repository, store)
    lookup = made
    return made
  }
}

extension String? {
  fileprivate func isSame(as other: String?) -> Bool {
    map { Array($0.utf8) } == other.map { Array($0.utf8) }
  }
}
