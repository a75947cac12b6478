internal import Glibc

/// Ends the process when libgit2 reads one object for ever, as it does where the file is cut short.
///
/// Counted is computing time, so that a slow disk ends nothing. The kernel sends SIGPROF, whose
/// handler, where there is one, says why.
enum ReadingLimit {
  /// Seconds of computing that one object may take; the largest that is read takes a tenth of one.
  static let seconds = 2

  /// Runs a call of libgit2 that reads one object.
  static func during(_ read: () -> Int32) -> Int32 {
    set(seconds)
    defer { set(0) }
    return read()
  }

  private static func set(_ seconds: Int) {
    var limit = itimerval()
    limit.it_value.tv_sec = seconds
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &limit, nil)
  }
}
