internal import Synchronization

/// Counts what is done, from all cores.
final class Meter: Sendable {
  private let total: Int
  private let progress: Auditor.Progress
  private let done = Mutex(0)

  init(total: Int, _ progress: @escaping Auditor.Progress) {
    self.total = total
    self.progress = progress
  }

  func add(_ count: Int) {
    done.withLock { done in
      done += count
      progress(done, total)
    }
  }
}
