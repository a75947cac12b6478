internal import Glibc

/// Writes files so that whoever reads them finds the old text or the new, never half of one.
package enum AtomicFile {
  /// Why a file could not be written; nothing was changed.
  package struct Failure: Error, Sendable {
    /// The file that could not be written.
    package let path: String

    /// Why, in the system's words.
    package let reason: String
  }

  /// Replaces a file: a temporary file beside it, synced, then renamed over it.
  ///
  /// The file's permissions stay. A link is not written through. What another process wrote in the
  /// meantime is not overwritten where `expecting` gives the bytes that were read.
  package static func write(
    _ bytes: [UInt8], to path: String, expecting previous: [UInt8]? = nil, mode: UInt32 = 0o644
  ) throws(Failure) {
    var status = stat()
    let exists = lstat(path, &status) == 0
    guard !exists || status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(path: path, reason: "it is no ordinary file")
    }
    let permissions = exists ? status.st_mode & 0o7777 : mode
    let draft = try Draft(for: path, permissions)
    defer { draft.end() }
    try draft.fill(with: bytes)
    if exists { fchmod(draft.descriptor, permissions) }
    if let previous {
      guard case .bytes(let present) = FileReader.read(path, atMost: Int(Int32.max)),
        present == previous
      else { throw Failure(path: path, reason: "somebody changed it at the same time") }
    }
    guard rename(draft.name, path) == 0 else { throw Failure(path: path, reason: lastError) }
    syncFolder(of: path)
  }

  /// Writes a file that is not there yet; what is there is never overwritten.
  package static func create(_ bytes: [UInt8], at path: String) throws(Failure) {
    let draft = try Draft(for: path, 0o644)
    defer { draft.end() }
    try draft.fill(with: bytes)
    // A link fails where the name is taken, which a rename does not.
    guard link(draft.name, path) == 0 else { throw Failure(path: path, reason: lastError) }
    syncFolder(of: path)
  }

  /// Takes a file away.
  package static func remove(_ path: String) throws(Failure) {
    guard unlink(path) == 0 else { throw Failure(path: path, reason: lastError) }
    syncFolder(of: path)
  }

  /// Makes a folder and those above it.
  package static func makeFolder(_ path: String) throws(Failure) {
    var whole = path.utf8.first == UInt8(ascii: "/") ? "" : "."
    for part in path.split(separator: "/") {
      whole += "/" + part
      if mkdir(whole, 0o755) != 0, errno != EEXIST {
        throw Failure(path: whole, reason: lastError)
      }
    }
  }

  /// The rename is on disk only when the folder is; a folder that cannot be synced is not ours.
  static func syncFolder(of path: String) {
    let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// The folder that a path is in.
  static func folder(of path: String) -> String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    return slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  static var lastError: String { String(cString: strerror(errno)) }
}
