package import Briefs
package import Git

/// A change that a gate must judge: a tree with the commits that it follows.
package struct Change: Sendable {
  /// The tree as it would be.
  package let tree: ObjectID

  /// The commits before it: none for a first commit, several for a merge.
  package let parents: [ObjectID]

  /// The address of whoever makes the change.
  package let author: String?

  /// The day of the judgement.
  package let day: CalendarDate

  /// The commit, where the change is one already.
  package let commit: ObjectID?

  package init(
    tree: ObjectID, parents: [ObjectID], author: String?, day: CalendarDate,
    commit: ObjectID? = nil
  ) {
    self.tree = tree
    self.parents = parents
    self.author = author
    self.day = day
    self.commit = commit
  }

  /// A commit whose header is not git's own, as far as it can be read: nobody is known to have made
  /// it.
  package init(
    malformed commit: ObjectID, tree: ObjectID, parents: [ObjectID], seconds: Int64
  ) {
    self.init(
      tree: tree, parents: parents, author: nil,
      day: CalendarDate(secondsSince1970: Int(seconds)), commit: commit)
  }

  /// A commit as a change, judged on its committer's day.
  package init(_ commit: Commit) {
    self.init(
      tree: commit.tree, parents: commit.parents, author: commit.author.email,
      day: CalendarDate(secondsSince1970: Int(commit.committer.seconds)), commit: commit.id)
  }
}
