internal import Diagnostics
internal import Git
internal import Briefs

/// The files in which a result differs from its parents, found without reading what is the same.
struct ChangedFiles {
  /// A fault of a tree that git itself would not have made.
  struct Fault {
    let directory: [UInt8]
    let words: String
  }

  /// The files of the result that differ from some parent's.
  private(set) var result: [(path: [UInt8], entry: TreeEntry)] = []

  /// Of each parent its versions of all paths that differ from some parent's.
  private(set) var parents: [[(path: [UInt8], entry: TreeEntry)]] = []
  private(set) var faults: [Fault] = []

  /// The result's entries by path, for those that a parent has otherwise.
  private var entries: [[UInt8]: TreeEntry] = [:]

  init(_ change: Change, in repository: Repository) throws(GitError) {
    var faults: [Fault] = []
    var changed: [[(path: [UInt8], old: TreeEntry?, new: TreeEntry?)]] = []
    for tree in try ChangedFiles.trees(of: change, in: repository) {
      var files: [(path: [UInt8], old: TreeEntry?, new: TreeEntry?)] = []
      try repository.changes(from: tree, to: change.tree) { directory, fault in
        faults.append(Fault(directory: directory, words: fault.words))
      } visiting: { (file) throws(GitError) in
        files.append((file.path, file.old, file.new))
      }
      changed.append(files)
    }
    for file in changed.joined() { if let new = file.new { entries[file.path] = new } }
    result = entries.map { ($0.key, $0.value) }.sorted {
      $0.path.lexicographicallyPrecedes($1.path)
    }
    let paths = Set(changed.joined().map(\.path))
    for (index, files) in changed.enumerated() where index < change.parents.count {
      let own = Set(files.map(\.path))
      let unchanged = paths.subtracting(own).compactMap { path in entries[path].map { (path, $0) } }
      parents.append(files.compactMap { file in file.old.map { (file.path, $0) } } + unchanged)
    }
    self.faults = faults
  }

  /// Whether a parent's entry is not what the result has at the path; a file that may be run has
  /// the same content as one that may not.
  func differs(_ path: [UInt8], _ entry: TreeEntry, fromParent: Int) -> Bool {
    entries[path].map { !$0.isSameFile(as: entry) } ?? true
  }

  /// The parents' trees; the empty tree for a first commit.
  private static func trees(
    of change: Change, in repository: Repository
  ) throws(GitError) -> [ObjectID?] {
    var trees: [ObjectID?] = []
    for parent in change.parents { trees.append(try repository.commit(parent).tree) }
    return trees.isEmpty ? [nil] : trees
  }
}

extension ChangedFiles.Fault {
  var diagnostic: Diagnostic {
    let place = directory.isEmpty ? "the top folder" : String(decoding: directory, as: UTF8.self)
    let position = Position(line: 1, column: 1)
    return Diagnostic(
      rule: "unreadable-brief", severity: .error,
      path: directory.isEmpty ? "." : String(decoding: directory, as: UTF8.self), start: position,
      end: position, brief: nil, item: nil,
      message: "in \(place.escapingControls) \(words), which no two machines read alike",
      help: "rename or remove one of them, and commit again", sourceLine: nil)
  }
}

extension TreeFault {
  fileprivate var words: String {
    switch self {
    case .duplicate(let name): "the name \(name.shown) stands twice"
    case .fileAndDirectory(let name): "\(name.shown) is a file and a folder"
    case .caseClash(let first, let second):
      "\(first.shown) and \(second.shown) differ only in capital letters"
    case .unsorted(let name): "\(name.shown) stands out of order"
    case .forbiddenName(let name): "something is named \(name.shown)"
    case .oddMode(let name, _), .paddedMode(let name): "\(name.shown) has a mode git does not write"
    case .zeroID(let name): "\(name.shown) has no content"
    }
  }
}

extension [UInt8] {
  fileprivate var shown: String { "“\(String(decoding: self, as: UTF8.self).escapingControls)”" }
}
