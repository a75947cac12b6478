internal import Glibc
internal import Synchronization

/// One line on the terminal that says how far something is, from the first second on.
///
/// It is written on standard error, and only where a person reads that.
package final class ProgressLine: Sendable {
  private struct State {
    let start = ProgressLine.now
    var shown: Double?
  }

  private let verb: String
  private let isShown = isatty(STDERR_FILENO) == 1
  private let state = Mutex(State())

  package init(_ verb: String) {
    self.verb = verb
  }

  /// Says how much of the whole is done, a few times in a second at most.
  package func show(_ done: Int, of total: Int) {
    guard isShown, done > 0, done < total else { return }
    state.withLock { state in
      let now = ProgressLine.now
      guard now - state.start > 1, now - (state.shown ?? 0) > 0.2 else { return }
      state.shown = now
      let rest = (now - state.start) * Double(total - done) / Double(done)
      write("\r\(verb): \(100 * done / total) %, about \(Int(rest.rounded(.up))) s left\u{1B}[K")
    }
  }

  /// Takes the line away.
  package func clear() {
    state.withLock { state in
      if state.shown != nil { write("\r\u{1B}[K") }
      state.shown = nil
    }
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
