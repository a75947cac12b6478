internal import Git
internal import Glibc

/// Where the index of a repository is kept, for all of its work trees.
struct IndexPlace {
  /// The folder in the git directory.
  let folder: String

  init(in repository: Repository) {
    folder = repository.commonDirectory + "handoff"
  }

  /// The database.
  var database: String { path("sqlite") }

  /// The checksum of the database.
  var checksum: String { path("sum") }

  /// A checksum that is being written.
  var checksumDraft: String { path("sum.new") }

  /// A database that is being built anew.
  var draft: String { path("new") }

  /// What is locked as long as any of them is used.
  var lock: String { folder + "/index.lock" }

  /// Makes the folder where it is not there; false where that is not possible.
  func makeFolder() -> Bool {
    mkdir(folder, 0o777) == 0 || errno == EEXIST
  }

  /// Removes everything but the lock.
  func clear() {
    for path in paths { unlink(path) }
  }

  /// The name of a folder that stands where a file should, which is nobody's to remove but a person's.
  var nameInTheWay: String? {
    let path = paths.first { Self.mode(of: $0).map { $0 & S_IFMT == S_IFDIR } ?? false }
    return path.map { String($0.dropFirst(folder.count + 1)) }
  }

  /// Removes what stands beside a whole database and SQLite would believe, or wait for.
  ///
  /// - Returns: false where that is not possible.
  func clearBesideDatabase() -> Bool {
    Self.companions(of: database).allSatisfy { path in
      var status = stat()
      if lstat(path, &status) != 0 { return errno == ENOENT }
      // So SQLite leaves its journal, where nobody may remove it either.
      let isEmpty = status.st_mode & S_IFMT == S_IFREG && status.st_size == 0
      return isEmpty || unlink(path) == 0
    }
  }

  /// The names change with the format, so that two releases do not fight over them.
  private func path(_ ending: String) -> String {
    "\(folder)/index-\(IndexStore.version).\(ending)"
  }

  private var paths: [String] {
    [checksum, checksumDraft, database, draft] + Self.companions(of: database)
      + Self.companions(of: draft)
  }

  private static func companions(of database: String) -> [String] {
    ["-journal", "-wal", "-shm"].map { database + $0 }
  }

  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode : nil
  }
}
