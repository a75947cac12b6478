internal import Glibc

/// The temporary file beside a file, which one process at a time may write.
///
/// Its name is always the same and it is locked: what a killed process left behind is used again,
/// and two that write the same file wait for each other.
struct Draft {
  let descriptor: Int32
  let name: String
  private let path: String

  init(for path: String, _ permissions: UInt32) throws(AtomicFile.Failure) {
    self.path = path
    name = path + ".handoff-draft"
    let flags = O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    var descriptor: Int32 = -1
    repeat {
      if descriptor >= 0 { close(descriptor) }
      descriptor = open(name, flags, permissions)
      guard descriptor >= 0, Draft.lock(descriptor) else {
        let reason = AtomicFile.lastError
        if descriptor >= 0 { close(descriptor) }
        throw AtomicFile.Failure(path: path, reason: reason)
      }
      // Whoever had the lock before may have made this file the one that was to be written.
    } while !Draft.isOurs(name, descriptor)
    self.descriptor = descriptor
  }

  /// Waits for its turn, but not for ever.
  private static func lock(_ descriptor: Int32) -> Bool {
    for _ in 0..<500 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK || errno == EINTR else { return false }
      usleep(10_000)
    }
    return false
  }

  /// Writes the text and waits until it is on disk.
  func fill(with bytes: [UInt8]) throws(AtomicFile.Failure) {
    var isWritten = ftruncate(descriptor, 0) == 0
    var rest = bytes[...]
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
    if Draft.links(of: name, descriptor) > 0 { unlink(name) }
    close(descriptor)
  }

  /// Whether a name stands for the open file alone; a second name that a killed process gave it is
  /// that of the file it wrote, so the first is taken away.
  private static func isOurs(_ name: String, _ descriptor: Int32) -> Bool {
    let count = links(of: name, descriptor)
    if count > 1 { unlink(name) }
    return count == 1
  }

  /// How many names the open file has; none where the name stands for another file by now.
  private static func links(of name: String, _ descriptor: Int32) -> Int {
    var own = stat()
    var present = stat()
    guard fstat(descriptor, &own) == 0, lstat(name, &present) == 0,
      own.st_dev == present.st_dev, own.st_ino == present.st_ino
    else { return 0 }
    return Int(own.st_nlink)
  }
}
