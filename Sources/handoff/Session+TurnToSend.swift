internal import Briefs
internal import Diagnostics
internal import Git
internal import Glibc
internal import Workspace

// What must hold before a message is handed over, so that it goes out once and can be recorded.
extension Session {
  /// One process sends at a time, so that the same words do not go out twice at once.
  func turnToSend(_ target: Target) throws -> SendingTurn {
    let turn: SendingTurn?
    do throws(AtomicFile.Failure) {
      turn = try SendingTurn.take(in: repository)
    } catch {
      throw CommandFailure(
        "nothing was sent: \(error.path) could not be written: \(error.reason)")
    }
    guard let turn else {
      throw CommandFailure(
        "nothing was sent: another handoff sends mail from this repository now", kind: .refused,
        hints: ["wait for it, then look: handoff email log \(target.name.shellWord)"])
    }
    return turn
  }

  /// Refuses to send what could not be put on record afterwards, as far as that is known before.
  func requireReadyToRecord(_ target: Target) throws {
    let lock = repository.gitDirectory + "index.lock"
    guard access(lock, F_OK) != 0 else {
      throw CommandFailure(
        "nothing was sent: another git command is at work, or one that ended left \(lock)",
        kind: .refused, hints: ["wait for it, or remove the file if no git command runs"])
    }
    let isUnchanged = try CommandFailure.catching { () throws(GitError) -> Bool in
      guard let head = try repository.head().commit,
        let entry = try repository.entry(
          at: target.file.path, inTree: try repository.outline(of: head).tree)
      else { return true }
      let committed = try repository.blob(entry.id, atMost: Brief.sizeLimit)
      return committed.filter { $0 != 0x0D } == target.brief.source.bytes.filter { $0 != 0x0D }
    }
    guard isUnchanged else {
      throw CommandFailure(
        "nothing was sent: \(target.name) was committed by another process meanwhile",
        kind: .refused,
        hints: ["look at it, then send again: handoff email log \(target.name.shellWord)"])
    }
  }
}
