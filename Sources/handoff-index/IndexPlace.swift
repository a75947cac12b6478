internal import Git
internal import Glibc

/// Where the index of a repository is kept, for all of its work trees.
struct IndexPlace {
  /// The folder in the git directory.
  let folder: String

  init(in repository: Repository) {
    folder = repository.commonDirectory + "handoff"
  }

  /// The database; its name changes with its format, so that two releases do not fight over it.
  var database: String { folder + "/index-1.sqlite" }

  /// What SQLite writes beside it while it changes.
  var journal: String { database + "-journal" }

  /// The checksum of the database.
  var checksum: String { folder + "/index-1.sum" }

  /// A database that is being built anew.
  var draft: String { folder + "/index-1.new" }

  /// What is locked as long as any of them is used.
  var lock: String { folder + "/index.lock" }

  /// Makes the folder where it is not there; false where that is not possible.
  func makeFolder() -> Bool {
    mkdir(folder, 0o777) == 0 || errno == EEXIST
  }

  /// Removes everything but the lock.
  func clear() {
    for path in [checksum, database, journal, draft, draft + "-journal"] { unlink(path) }
  }
}
