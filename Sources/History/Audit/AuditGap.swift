package import Git

/// A part of a history that could not be judged, so that the audit cannot vouch for it.
package struct AuditGap: Sendable {
  /// What is not known for it.
  package enum Extent: String, Sendable {
    /// The commit before it cannot be read: what this commit changed, and all that was before.
    case past

    /// What this commit changed.
    case commit

    /// Who made this commit: its files are judged, its author's rights are not.
    case author

    /// Whether what this commit broke is still broken at the tip; it is taken to be.
    case standing
  }

  /// The commit that it is about.
  package let commit: ObjectID

  /// How much is not known.
  package let extent: Extent

  /// What could not be read, and why.
  package let error: GitError
}
