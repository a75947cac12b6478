internal import Glibc
internal import Synchronization

/// Ends the process when libgit2 reads one object for ever, as it does where the file is cut short.
///
/// Counted is computing time, so that a slow disk ends nothing. The kernel sends SIGPROF, whose
/// handler, where there is one, says why. The clock is the process's: where several threads read, it
/// is wound anew by each, and runs out when one hangs and the others are done.
enum ReadingLimit {
  /// Seconds of computing that one object may take; the largest that is read takes a tenth of one.
  static let seconds = 2

  /// Runs a call of libgit2 that reads one object.
  static func during(_ read: () -> Int32) -> Int32 {
    readers.add(1, ordering: .relaxed)
    set(seconds)
    defer { if readers.subtract(1, ordering: .relaxed).newValue == 0 { set(0) } }
    return read()
  }

  /// How many threads are reading.
  private static let readers = Atomic(0)

  private static func set(_ seconds: Int) {
    var limit = itimerval()
    limit.it_value.tv_sec = seconds
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &limit, nil)
  }
}
