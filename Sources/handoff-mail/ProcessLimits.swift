internal import Glibc

/// What the process may use; over it, it ends with a refusal.
enum ProcessLimits {
  private static let memory: rlim_t = 512 << 20
  private static let processorSeconds: rlim_t = 3
  private static let output: rlim_t = 64 << 20

  /// Limits this process for good.
  static func set() {
    limit(Int32(RLIMIT_CORE.rawValue), to: 0)
    limit(Int32(RLIMIT_AS.rawValue), to: memory)
    limit(Int32(RLIMIT_FSIZE.rawValue), to: output)
    limit(Int32(RLIMIT_CPU.rawValue), to: processorSeconds)
    // Whoever started the process may have left signals blocked.
    var none = sigset_t()
    sigemptyset(&none)
    sigprocmask(SIG_SETMASK, &none, nil)
    // GLib ends the process by a trap where it gets no more memory, and has nothing else to trap.
    for number in [SIGTRAP, SIGABRT] {
      signal(number) { _ in ProcessLimits.end("the message takes too much memory to read\n") }
    }
    signal(SIGXCPU) { _ in ProcessLimits.end("the message takes too long to read\n") }
  }

  private static func limit(_ resource: Int32, to most: rlim_t) {
    // The hard limit is a second later, for a signal handler that is not reached.
    var limits = rlimit(rlim_cur: most, rlim_max: most &+ 1)
    setrlimit(__rlimit_resource_t(UInt32(resource)), &limits)
  }

  /// Only what is safe in a signal handler: two writes of fixed bytes, then the end.
  private static func end(_ reason: StaticString) {
    let name: StaticString = "handoff-mail: "
    _ = write(STDERR_FILENO, name.utf8Start, name.utf8CodeUnitCount)
    _ = write(STDERR_FILENO, reason.utf8Start, reason.utf8CodeUnitCount)
    _exit(1)
  }
}
