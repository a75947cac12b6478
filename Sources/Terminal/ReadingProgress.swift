package import History

/// How far the reading of a history is, in one line that the person at the terminal reads.
package final class ReadingProgress: Sendable {
  private let lines = Dictionary(
    uniqueKeysWithValues: IndexProgress.Phase.allCases.map { ($0, ProgressLine($0.words)) })

  package init() {}

  /// Says how much is done.
  package func show(_ progress: IndexProgress) {
    lines[progress.phase]?.show(progress.done, of: progress.total)
  }

  /// Takes the line away.
  package func clear() {
    for line in lines.values { line.clear() }
  }
}

extension IndexProgress.Phase {
  fileprivate var words: String {
    switch self {
    case .waiting: "waiting for another handoff-index"
    case .checking: "checking the index"
    case .walking: "reading commits"
    case .comparing: "comparing commits"
    case .reading: "reading briefs"
    case .ordering: "ordering what was read"
    case .writing: "writing the index"
    }
  }
}
