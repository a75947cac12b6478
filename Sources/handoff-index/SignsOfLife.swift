internal import Glibc
internal import History
internal import Synchronization
internal import Terminal

/// How far the work is, twice a second at most: as a line for the person at the terminal, else in
/// lines that `handoff` reads, which ends a program that gives none.
final class SignsOfLife: Sendable {
  private let line: ReadingProgress? = isatty(STDERR_FILENO) == 1 ? ReadingProgress() : nil
  private let last = Mutex(SignsOfLife.now)

  /// Says how far it is, where the last sign is some time ago.
  func give(_ progress: IndexProgress) {
    if let line { return line.show(progress) }
    let isDue = last.withLock { last in
      let now = Self.now
      guard now - last > 0.5 else { return false }
      last = now
      return true
    }
    guard isDue else { return }
    let bytes = Array((progress.line + "\n").utf8)
    // Who does not listen any more needs no sign.
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// Takes the line at the terminal away.
  func end() { line?.clear() }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
