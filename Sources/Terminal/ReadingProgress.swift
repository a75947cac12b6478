package import History

/// How far the reading of a history is, in one line that the person at the terminal reads.
package final class ReadingProgress: Sendable {
  private let comparing = ProgressLine("comparing commits")
  private let reading = ProgressLine("reading briefs")

  package init() {}

  /// Says how much is done.
  package func show(_ progress: IndexProgress) {
    switch progress.phase {
    case .comparing: comparing.show(progress.done, of: progress.total)
    case .reading: reading.show(progress.done, of: progress.total)
    }
  }

  /// Takes the line away.
  package func clear() {
    comparing.clear()
    reading.clear()
  }
}
