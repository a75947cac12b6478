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
  ///
  /// `waiting` is told for how many seconds it waits already.
  static func take(
    _ path: String, secondsAllowed: Int, waiting: (Int) -> Void = { _ in }
  ) throws(Failure) -> IndexLock {
    let flags = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    var descriptor = open(path, O_RDWR | O_CREAT | flags, 0o666)
    if descriptor < 0 { descriptor = open(path, O_RDONLY | flags) }
    guard descriptor >= 0 else { throw .impossible(errno) }
    let lock = IndexLock(descriptor)
    for round in 0..<secondsAllowed * 100 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return lock }
      guard errno == EWOULDBLOCK || errno == EINTR else { throw .impossible(errno) }
      if round.isMultiple(of: 100) { waiting(round / 100) }
      usleep(10_000)
    }
    throw .busy
  }
}
