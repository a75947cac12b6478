/// How far the building of an index has come, which is also a sign that it goes on.
package struct IndexProgress: Sendable, Equatable {
  /// What is being done.
  package enum Phase: String, Sendable, CaseIterable {
    /// Waiting for another process that uses the index; counted in seconds.
    case waiting

    /// Comparing the file of the index with its checksum.
    case checking

    /// Reading the commits, of which nobody knows how many there are.
    case walking

    /// Comparing the trees of the commits.
    case comparing

    /// Reading the files.
    case reading

    /// Putting what was read in the order of the commits.
    case ordering

    /// Writing the file of the index.
    case writing
  }

  /// What is being done.
  package let phase: Phase

  /// How many commits, files, or whatever the phase counts, are done.
  package let done: Int

  /// How many there are; 0 where that is not known.
  package let total: Int

  package init(phase: Phase, done: Int, total: Int) {
    self.phase = phase
    self.done = done
    self.total = total
  }
}

extension IndexProgress {
  private static let mark = "progress"

  /// The progress as `handoff-index` tells it to `handoff`.
  package var line: String { "\(Self.mark)\t\(phase.rawValue)\t\(done)\t\(total)" }

  /// Reads such a line; nil where it is another one.
  package init?(line: String) {
    let words = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard words.count == 4, words[0] == Self.mark, let phase = Phase(rawValue: String(words[1])),
      let done = Int(words[2]), let total = Int(words[3])
    else { return nil }
    self.init(phase: phase, done: done, total: total)
  }
}
