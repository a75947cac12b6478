/// How far the building of an index has come.
package struct IndexProgress: Sendable, Equatable {
  /// What is being done.
  package enum Phase: String, Sendable, CaseIterable {
    /// Comparing the trees of the commits.
    case comparing

    /// Reading the files.
    case reading
  }

  /// What is being done.
  package let phase: Phase

  /// How many commits or files are done.
  package let done: Int

  /// How many there are.
  package let total: Int
}
