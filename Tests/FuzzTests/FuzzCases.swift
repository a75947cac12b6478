import Glibc

/// How many cases are tried: some in every run, as many as `HANDOFF_FUZZ` says in a long one.
enum FuzzCases {
  static let isLong = getenv("HANDOFF_FUZZ") != nil

  private static let batchSize = 500

  /// The numbers of the cases, in batches that run side by side; each number is a seed.
  static func batches(of usual: Int, share: Double = 1) -> [Range<Int>] {
    let wanted = getenv("HANDOFF_FUZZ").flatMap { Int(String(cString: $0)) }
    let count = wanted.map { Int(Double($0) * share) } ?? usual
    return stride(from: 0, to: count, by: batchSize).map { $0..<min(count, $0 + batchSize) }
  }

  /// The milliseconds of work that a case takes; other work of the machine does not count.
  static func milliseconds(_ work: () -> Void) -> Double {
    let start = now()
    work()
    return now() - start
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  /// The milliseconds that one case may take.
  static var limit: Double {
    #if DEBUG
      2_000
    #else
      100
    #endif
  }
}
