package import Git
internal import Glibc

/// The turn to send mail from a repository, which one process has at a time.
///
/// It ends with the process, so that nothing that was killed stands in the way.
package final class SendingTurn {
  private let descriptor: Int32

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Takes the turn; nil where another process has it.
  package static func take(in repository: Repository) throws(AtomicFile.Failure) -> SendingTurn? {
    let folder = repository.commonDirectory + "handoff"
    try AtomicFile.makeFolder(folder)
    let path = folder + "/sending.lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw AtomicFile.Failure(path: path, reason: AtomicFile.lastError)
    }
    let turn = SendingTurn(descriptor: descriptor)
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? turn : nil
  }
}
