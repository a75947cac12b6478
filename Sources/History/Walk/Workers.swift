internal import Dispatch
internal import Git
internal import Glibc
internal import Synchronization

/// Work on a repository shared out among all cores, each with the repository opened for itself.
enum Workers {
  /// The results for the positions up to a count, in their order.
  ///
  /// Neighbouring positions are done by one core in a portion, in their order. `start` makes what a
  /// core needs all along; `report` is told how many more are done.
  static func map<State, Result: Sendable>(
    _ count: Int, portion: Int, of repository: Repository,
    start: @Sendable (Repository) -> State,
    report: @Sendable (Int) -> Void = { _ in },
    _ work: @Sendable (inout State, Int) -> Result
  ) throws(GitError) -> [Result] {
    let place = repository.place
    let starts = Array(stride(from: 0, to: count, by: portion))
    let next = Atomic(0)
    let done = Mutex<(parts: [Int: [Result]], error: GitError?)>(([:], nil))
    DispatchQueue.concurrentPerform(iterations: min(cores, starts.count)) { _ in
      do throws(GitError) {
        var state = start(try place.open())
        while true {
          let number = next.add(1, ordering: .relaxed).oldValue
          guard number < starts.count else { return }
          let range = starts[number]..<min(starts[number] + portion, count)
          let results = range.map { work(&state, $0) }
          done.withLock { $0.parts[number] = results }
          report(range.count)
        }
      } catch {
        done.withLock { $0.error = $0.error ?? error }
      }
    }
    return try done.withLock { (done) throws(GitError) in
      if let error = done.error { throw error }
      return starts.indices.flatMap { done.parts[$0] ?? [] }
    }
  }

  /// Runs the same work on each core, as far as there is enough of it.
  static func run(count: Int, _ work: @Sendable () -> Void) {
    let cores = min(count, cores)
    guard cores > 1 else { return count > 0 ? work() : () }
    DispatchQueue.concurrentPerform(iterations: cores) { _ in work() }
  }

  /// Each core works with a repository of its own, which takes memory.
  private static let cores = min(8, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}
