package import Git

/// What the rules find in a whole history: each commit judged as a gate would have judged it.
package struct Audit: Sendable {
  /// The commit whose history it is; of all branches and tags, the commit of HEAD or of the first.
  package let tip: ObjectID?

  /// How many commits there are.
  package let commitCount: Int

  /// How many of them were judged.
  package let judgedCount: Int

  /// How many could not be, since neither they nor any before them had a policy.
  package let lawlessCount: Int

  /// What no gate would have let in, in the order of history.
  package let violations: [Violation]

  /// The commits of which not all is known.
  package let gaps: [AuditGap]

  /// How many references replace objects; they are not followed.
  package let replacementCount: Int

  /// Whether a file of grafts gives commits other parents; it is not read.
  package let hasGrafts: Bool

  /// How many violations still do harm.
  package var standingCount: Int { violations.count { $0.isStanding } }
}
