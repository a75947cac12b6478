internal import CSpawn
internal import Glibc

/// The terminal, lent to a program in a process group of its own, so that it can ask there for a
/// password and Ctrl-C reaches it.
struct ForegroundTerminal {
  private let descriptor: Int32

  /// Nil where there is no terminal, or this process is not the one that it listens to.
  init?() {
    descriptor = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard tcgetpgrp(descriptor) == getpgrp() else {
      close(descriptor)
      return nil
    }
  }

  /// Gives the terminal to the program that is started with these actions.
  func hand(over actions: inout posix_spawn_file_actions_t) {
    posix_spawn_file_actions_addtcsetpgrp_np(&actions, descriptor)
  }

  /// Listens to the terminal again.
  func takeBack() {
    // Whoever is in the background is stopped when it asks for the terminal, unless it says no.
    let before = signal(SIGTTOU, SIG_IGN)
    tcsetpgrp(descriptor, getpgrp())
    signal(SIGTTOU, before)
    close(descriptor)
  }
}
