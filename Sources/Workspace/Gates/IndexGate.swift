package import Briefs
package import Git

/// The early word: judges what is about to be committed, before an editor opens.
package enum IndexGate {
  /// The index that git names as a change after HEAD and the other parents of a merge.
  ///
  /// In `pre-merge-commit` there is no MERGE_HEAD yet, and git names the other parents in the
  /// environment.
  package static func change(
    in repository: Repository, author: String?, today: CalendarDate
  ) throws(GitError) -> Change {
    let head = try repository.head().commit
    var others = try repository.otherMergeParents()
    if others.isEmpty { others = repository.mergeParentsFromEnvironment }
    return Change(
      tree: try repository.writeTree(), parents: [head].compactMap { $0 } + others, author: author,
      day: today)
  }
}
