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

  /// Whether the loss is still there at the tip.
  package let isStanding: Bool

  /// The reference whose commit that tip is; nil where it is the commit asked about, or HEAD's.
  package let reference: String?
}
