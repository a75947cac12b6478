package import Git
package import Workspace

/// Knows where in the history of some commits to look for briefs, those that no tree has any more
/// included.
///
/// It only says where to look: what an answer says is read from git's objects.
package protocol HistoryGuide {
  /// What could not be looked into.
  var gaps: [HistoryGap] { get }

  /// What may be ids of briefs, and the accounts that these ever named, as they are written.
  var ids: Set<String> { get throws(GitError) }
  var accounts: Set<String> { get throws(GitError) }

  /// Whether there ever was a brief.
  func has(_ brief: String) throws(GitError) -> Bool

  /// The commits that may have changed `handoff.yaml`, parents before children.
  func policyChanges() throws(GitError) -> [ObjectID]

  /// The commits that may have changed a brief, for a trace to leap between; nil where not known.
  func touched(by brief: String) throws(GitError) -> TouchedCommits?

  /// The commits up to one that may have touched a file, children before parents; nil where not
  /// known.
  func commits(touching file: [UInt8], upTo commit: ObjectID) throws(GitError) -> [ObjectID]?

  /// The paths at which a brief ever stood, the likeliest first.
  func paths(of brief: String) throws(GitError) -> [[UInt8]]

  /// The changes that left a brief out, the oldest first by the committers' clocks.
  func departures(of brief: String) throws(GitError) -> [Departure]

  /// The briefs that ever named an account.
  func briefs(of account: String) throws(GitError) -> Set<String>

  /// The briefs that ever came after another, or before it.
  func briefs(after brief: String) throws(GitError) -> Set<String>
  func briefs(before brief: String) throws(GitError) -> Set<String>
}

/// A change that left a brief out.
package struct Departure: Sendable, Equatable {
  /// The last commit that has the brief.
  package let last: ObjectID

  /// Where it stands there.
  package let path: [UInt8]

  /// The commit without it.
  package let commit: ObjectID
}
