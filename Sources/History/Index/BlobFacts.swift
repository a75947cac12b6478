internal import Git
internal import Synchronization
internal import Workspace

/// What an index needs of each different file, parsed once, on all cores.
struct BlobFacts: Sendable {
  /// What one file is.
  struct File: Sendable {
    /// Whether it is a brief at all; one that cannot be read is.
    let isBrief: Bool

    /// The number of the brief's id in ``names``; nil where it says none.
    var name: Int32?

    /// Those of its parts that have texts, in ``fileParts``.
    var parts: Range<Int32> = 0..<0
  }

  /// What stands below one key, in one file or in many.
  struct Part: Sendable {
    /// The number of the key; nil of what was read as a whole.
    let key: Int32?

    /// The number of the brief's id in ``names``, where the part says it.
    let name: Int32?

    /// Its texts in ``partTexts``.
    let texts: Range<Int32>
  }

  var files: [BlobKey: File] = [:]
  var names: [[UInt8]] = []

  /// The numbers of parts in ``parts``, file by file.
  var fileParts: [Int32] = []
  var parts: [Part] = []

  /// The numbers of wordings in ``wordings``, part by part.
  var partTexts: [Int32] = []
  var wordings = Wordings()

  /// Files that could not be read.
  var faults: [ObjectID: GitError] = [:]

  /// Whether of some file only the size was believed.
  var hasUnhashed = false

  /// Parses files.
  static func read(
    _ wanted: Set<BlobKey>, in repository: Repository,
    progress: @Sendable (IndexProgress) -> Void
  ) throws(GitError) -> BlobFacts {
    let ids = try order(Set(wanted.filter(\.isPlain).map(\.id)), in: repository)
    let table = BlobTable()
    let done = Atomic(0)
    _ = try Workers.map(ids.count, portion: max(16, min(1_000, ids.count / 16)), of: repository) {
      BlobReader(repository: $0, table: table)
    } _: { reader, index in
      reader.read(ids[index])
      let done = done.wrappingAdd(1, ordering: .relaxed).newValue
      guard done.isMultiple(of: 64) else { return }
      progress(IndexProgress(phase: .reading, done: done, total: ids.count))
    }
    var result = table.facts
    for key in wanted where !key.isPlain { result.files[key] = File(isBrief: true) }
    return result
  }

  /// Many files are read as they are stored; of a few it does not matter.
  private static func order(
    _ ids: Set<ObjectID>, in repository: Repository
  ) throws(GitError) -> [ObjectID] {
    guard ids.count > 500 else { return ids.sorted() }
    let stored = try repository.inStorageOrder(ids)
    return stored + ids.subtracting(stored).sorted()
  }
}
