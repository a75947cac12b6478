internal import Glibc

/// Ends a program that hangs: what cannot be judged is refused.
enum Watchdog {
  /// Seconds that a gate may take.
  static let limit: UInt32 = 60

  /// Says why the program ends where libgit2 reads an object for ever.
  static func watchReading() {
    signal(SIGVTALRM) { _ in
      let words: StaticString = """
        handoff: an object of the repository is damaged and cannot be read; nothing was changed
          `git fsck` names it; a clone that has it can give it back

        """
      _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
      _exit(2)
    }
  }

  /// Ends a gate that takes too long as a whole.
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
