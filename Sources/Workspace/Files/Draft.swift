internal import Glibc

/// The temporary file beside a file, while the folder is this process's alone to write in.
///
/// Its name is new each time, so no file that is there is ever written over. Whoever writes holds
/// the folder's lock, so a draft that another left there is that of a process that was killed, and
/// is taken away.
struct Draft {
  let descriptor: Int32
  let name: String
  private let path: String

  /// The folder, locked; -1 where it cannot be opened.
  private let folder: Int32

  init(for path: String, _ permissions: UInt32) throws(AtomicFile.Failure) {
    self.path = path
    let folderPath = AtomicFile.folder(of: path)
    folder = open(folderPath, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    switch Draft.lock(folder) {
    case .ours: Draft.clear(folderPath)
    // Without locks `expecting` still tells what another process wrote.
    case .unavailable: break
    case .taken:
      let reason = AtomicFile.lastError
      close(folder)
      throw AtomicFile.Failure(path: path, reason: reason)
    }
    name = "\(folderPath)/\(Draft.prefix)\(RandomName.make())"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    descriptor = open(name, flags, permissions)
    guard descriptor >= 0 else {
      let reason = AtomicFile.lastError
      if folder >= 0 { close(folder) }
      throw AtomicFile.Failure(path: path, reason: reason)
    }
  }

  private static let prefix = ".handoff-"

  private enum Turn { case ours, taken, unavailable }

  /// Waits for its turn, but not for ever.
  private static func lock(_ folder: Int32) -> Turn {
    guard folder >= 0 else { return .unavailable }
    for _ in 0..<500 {
      if flock(folder, LOCK_EX | LOCK_NB) == 0 { return .ours }
      guard errno == EWOULDBLOCK || errno == EINTR else { return .unavailable }
      usleep(10_000)
    }
    errno = EWOULDBLOCK
    return .taken
  }

  /// Takes away what killed processes left.
  private static func clear(_ folder: String) {
    for name in FolderListing.names(in: folder)
    where name.hasPrefix(prefix) && RandomName.isOne(name.dropFirst(prefix.utf8.count)) {
      unlink("\(folder)/\(name)")
    }
  }

  /// Writes the text and waits until it is on disk.
  func fill(with bytes: [UInt8]) throws(AtomicFile.Failure) {
    var rest = bytes[...]
    var isWritten = true
    while isWritten, !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      isWritten = count > 0
      rest = rest.dropFirst(max(count, 0))
    }
    guard isWritten, fsync(descriptor) == 0 else {
      throw AtomicFile.Failure(path: path, reason: AtomicFile.lastError)
    }
  }

  /// Removes the file, unless it has become the one that was to be written, and lets others write.
  func end() {
    unlink(name)
    close(descriptor)
    if folder >= 0 { close(folder) }
  }
}
