package import Briefs
package import Git

/// One brief as a commit left it, where no parent has it so.
package struct BriefVersion: Sendable {
  /// The commit that made the version.
  package let commit: Commit

  /// The path's bytes from the top of the repository.
  package let path: [UInt8]

  /// The brief as the commit has it.
  package let brief: Brief

  /// The versions of those parents that have it; none where the brief begins.
  package let previous: [Brief]

  /// Whether a parent cannot be read: then it may have the brief, even as it is here.
  package let isCutShort: Bool
}

/// A place where a history cannot be followed further, though it goes on.
package struct HistoryCut: Sendable, Equatable {
  /// The last commit that could be read.
  package let commit: ObjectID

  /// The commit before it that could not, or whose files could not.
  package let missing: ObjectID

  /// Why it could not be read.
  package let error: GitError

  /// The brief's file there, where that alone cannot be read and history goes on before it.
  package let file: [UInt8]?

  package init(commit: ObjectID, missing: ObjectID, error: GitError, file: [UInt8]? = nil) {
    self.commit = commit
    self.missing = missing
    self.error = error
    self.file = file
  }

  /// Whether an object is not there, as below a shallow or in a partial clone; else it is damaged.
  package var isMissing: Bool { error.code == .notFound }
}
