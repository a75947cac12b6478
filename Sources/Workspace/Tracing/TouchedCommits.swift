package import Git

/// The commits that may have changed one brief, so that a trace need not read those between them.
///
/// It comes from a cache and is never believed: a trace leaps over a gap only where the brief stands
/// the same at both ends, and reads commit by commit where it does not.
package struct TouchedCommits: Sendable {
  private let earlier: [ObjectID: [ObjectID]]

  /// Takes each commit with those before it that may have changed the brief, as far as no other such
  /// commit lies between; where the trace begins counts as one.
  package init(_ reduced: [(commit: ObjectID, earlier: [ObjectID])]) {
    earlier = Dictionary(reduced.map { ($0.commit, $0.earlier) }) { first, _ in first }
  }

  /// The nearest commits before one that may have changed the brief; nil of one that is not known.
  func nearest(before commit: ObjectID) -> [ObjectID]? { earlier[commit] }
}
