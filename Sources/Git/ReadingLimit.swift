internal import CSpawn
internal import Glibc
internal import Synchronization

/// Ends the process when libgit2 reads one object for ever, as one cut short in an alternate.
///
/// Counted is computing time, so that a slow disk ends nothing. A clock of the process ticks by
/// SIGPROF; where reading goes on between two ticks and no other object was begun in between, the
/// process sends itself SIGVTALRM, whose handler, where there is one, says why. Of several threads
/// one may hang while others read, which is found when they are done.
enum ReadingLimit {
  /// Seconds of computing that one object has at the least, and twice as many at the most; the
  /// largest that is read takes a tenth of one.
  static let seconds = 2

  /// Runs a call of libgit2 that reads one object.
  static func during(_ read: () -> Int32) -> Int32 {
    if begun.add(1, ordering: .relaxed).oldValue == 0 { startClock() }
    readers.add(1, ordering: .relaxed)
    defer { readers.subtract(1, ordering: .relaxed) }
    return read()
  }

  /// How many threads are reading.
  private static let readers = Atomic(0)

  /// How many objects were begun, and how many had been at the last tick.
  private static let begun = Atomic(0)
  private static let begunBefore = Atomic(0)

  private static func startClock() {
    _ = begunBefore.load(ordering: .relaxed)
    // Of the signals of clocks this is the one that no thread of Dispatch's keeps back.
    signal(SIGPROF) { _ in ReadingLimit.tick() }
    var clock = itimerval()
    clock.it_value.tv_sec = seconds
    clock.it_interval.tv_sec = seconds
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &clock, nil)
  }

  /// Only what is safe in a signal handler.
  private static func tick() {
    let now = begun.load(ordering: .relaxed)
    let before = begunBefore.exchange(now, ordering: .relaxed)
    guard now == before, readers.load(ordering: .relaxed) > 0 else { return }
    var end = sigset_t()
    sigemptyset(&end)
    sigaddset(&end, SIGVTALRM)
    sigprocmask(SIG_UNBLOCK, &end, nil)
    raise(SIGVTALRM)
  }
}
