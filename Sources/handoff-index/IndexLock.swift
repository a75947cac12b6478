internal import Glibc

/// The right to use an index file, which one process at a time has; it ends with the process.
final class IndexLock {
  private let descriptor: Int32

  private init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Why there is no lock.
  enum Failure: Error {
    /// Another process kept it all the time.
    case busy

    /// It cannot be taken at all.
    case impossible(Int32)
  }

  /// Waits for the lock; a file that cannot be written is locked as well, as far as it is there.
  static func take(_ path: String, secondsAllowed: Int) throws(Failure) -> IndexLock {
    var descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    if descriptor < 0 { descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
    guard descriptor >= 0 else { throw .impossible(errno) }
    let lock = IndexLock(descriptor)
    for _ in 0..<secondsAllowed * 100 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return lock }
      guard errno == EWOULDBLOCK || errno == EINTR else { throw .impossible(errno) }
      usleep(10_000)
    }
    throw .busy
  }
}
