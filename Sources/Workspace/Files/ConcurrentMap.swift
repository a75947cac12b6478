internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
  /// The results of a function for all elements, in their order, worked out on all cores.
  ///
  /// A few elements are done where it stands: starting threads would take longer.
  func concurrentMap<Result: Sendable>(
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard count >= 2 * portion else { return map(transform) }
    let parts = Mutex<[Int: [Result]]>([:])
    let starts = Array<Int>(stride(from: 0, to: count, by: portion))
    DispatchQueue.concurrentPerform(iterations: starts.count) { number in
      let start = starts[number]
      let results = self[start..<Swift.min(start + portion, count)].map(transform)
      parts.withLock { $0[start] = results }
    }
    return parts.withLock { done in starts.flatMap { done[$0] ?? [] } }
  }
}

/// How many elements one core does before it takes the next.
private let portion = 16
