internal import Diagnostics
internal import Git
internal import Briefs

/// The files in which a result differs from its parents, found without reading what is the same.
struct ChangedFiles: Sendable {
  /// A fault of a tree that git itself would not have made.
  struct Fault: Sendable {
    let directory: [UInt8]
    let words: String
  }

  typealias File = (path: [UInt8], entry: TreeEntry)

  /// The files of the result that differ from some parent's.
  private(set) var result: [File] = []

  /// Of each parent its versions of all paths that differ from some parent's.
  private(set) var parents: [[File]] = []
  private(set) var faults: [Fault] = []

  /// The changes from each parent's tree; from the empty tree for a first commit.
  init(of tree: ObjectID, since parents: [ObjectID], in repository: Repository) throws(GitError) {
    var faults: [Fault] = []
    var changed: [[TreeChange]] = []
    for parent in parents.isEmpty ? [nil] : parents.map({ Optional($0) }) {
      var files: [TreeChange] = []
      try repository.changes(from: parent, to: tree) { directory, fault in
        faults.append(Fault(directory: directory, words: fault.words))
      } visiting: { (file) throws(GitError) in
        files.append(file)
      }
      changed.append(files)
    }
    self.faults = faults
    collect(changed, parentCount: parents.count)
  }

  /// What the trees have at some paths, where they differ; what is around them is not looked at.
  init(
    of tree: ObjectID, since parents: [ObjectID], at paths: Set<[UInt8]>, in repository: Repository
  ) throws(GitError) {
    var changed: [[TreeChange]] = []
    for parent in parents.isEmpty ? [nil] : parents.map({ Optional($0) }) {
      var files: [TreeChange] = []
      for path in paths {
        let (old, new) = (
          try parent.flatMap { (parent) throws(GitError) in
            try repository.file(at: path, inTree: parent)
          }, try repository.file(at: path, inTree: tree)
        )
        if old != new { files.append(TreeChange(path: path, old: old, new: new)) }
      }
      changed.append(files)
    }
    collect(changed, parentCount: parents.count)
    try checkFolders(of: paths, in: tree, repository)
  }

  /// Looks for the faults of the trees on the way to some paths.
  private mutating func checkFolders(
    of paths: Set<[UInt8]>, in tree: ObjectID, _ repository: Repository
  ) throws(GitError) {
    var folders: Set<[UInt8]> = [[]]
    for path in paths {
      for slash in path.indices where path[slash] == UInt8(ascii: "/") {
        folders.insert(Array(path[..<slash]))
      }
    }
    for folder in folders.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let entry = try repository.entry(at: folder, inTree: tree)
      guard folder.isEmpty || entry?.mode.isDirectory ?? false else { continue }
      faults += try repository.faults(ofTree: entry?.id ?? tree).map {
        Fault(directory: folder, words: $0.words)
      }
    }
  }

  private mutating func collect(_ changed: [[TreeChange]], parentCount: Int) {
    if let only = changed.first, changed.count == 1 {
      result = only.compactMap { file in file.new.map { (file.path, $0) } }
      if parentCount == 1 {
        parents = [only.compactMap { file in file.old.map { (file.path, $0) } }]
      }
    } else {
      collectMerge(changed)
    }
    // Of two files with one id the first one counts: it is the same whatever was read first.
    result.sort { $0.path.lexicographicallyPrecedes($1.path) }
    for index in parents.indices {
      parents[index].sort { $0.path.lexicographicallyPrecedes($1.path) }
    }
  }

  private mutating func collectMerge(_ changed: [[TreeChange]]) {
    var entries: [[UInt8]: TreeEntry] = [:]
    for file in changed.joined() { if let new = file.new { entries[file.path] = new } }
    result = entries.map { ($0.key, $0.value) }
    let paths = Set(changed.joined().map(\.path))
    for files in changed {
      let own = Set(files.map(\.path))
      let unchanged = paths.subtracting(own).compactMap { path in entries[path].map { (path, $0) } }
      parents.append(files.compactMap { file in file.old.map { (file.path, $0) } } + unchanged)
    }
  }
}

extension Repository {
  /// The file at a path of a tree; nil where there is none, or a directory.
  func file(at path: [UInt8], inTree tree: ObjectID) throws(GitError) -> TreeEntry? {
    guard let entry = try entry(at: path, inTree: tree), !entry.mode.isDirectory else { return nil }
    return entry
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
