package import Diagnostics
package import Git

/// A commit's breach of a rule that a gate would have stopped.
package struct Violation: Sendable {
  /// The commit.
  package let commit: ObjectID

  /// Who says to have written it, and when; nil where the commit does not say it in git's form.
  package let author: Signature?

  /// Who says to have committed it, and when.
  package let committer: Signature?

  /// Whether it joins several lines of history.
  package let isMerge: Bool

  /// What the rule says.
  package let diagnostic: Diagnostic

  /// What has become of it at the tip.
  package let outcome: Outcome

  /// The reference whose commit that tip is; nil where it is the commit asked about, or HEAD's.
  package let reference: String?

  /// Of a brief that is lost, the commits before this one whose harm comes back with its file.
  package internal(set) var standingBefore: [ObjectID] = []

  /// Whether the commit lost the item with all of its brief.
  package internal(set) var isLostWithBrief = false

  /// Whether the loss is still there at the tip.
  package var isStanding: Bool {
    switch outcome {
    case .stands: true
    case .putRight, .takenOver: false
    }
  }

  /// The commit by which somebody entitled took over what it did to the policy; nil where none did.
  package var takenOver: ObjectID? {
    if case .takenOver(let commit, _) = outcome { return commit }
    return nil
  }
}
