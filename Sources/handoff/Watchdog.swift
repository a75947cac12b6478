internal import Glibc

/// Ends a gate that hangs, such as on an object that libgit2 reads for ever: what cannot be judged
/// is refused.
enum Watchdog {
  /// Seconds that a gate may take.
  static let limit: UInt32 = 60

  static func start() {
    signal(SIGALRM) { _ in
      // Only what is safe in a signal handler: one write of fixed bytes, then the end.
      let words: StaticString = """
        handoff: the check took too long and was stopped, so nothing was committed.
          try again; if it stays so, `git fsck` says whether the repository is damaged

        """
      _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
      _exit(2)
    }
    alarm(limit)
  }
}
