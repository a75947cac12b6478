package import Briefs
package import Git

/// The state of a repository that a question is about.
package struct Moment: Sendable {
  /// What was asked for.
  package enum Meaning: Sendable {
    /// The newest commit.
    case now

    /// The last commit of a day, in UTC, by the committers' clocks.
    case day(CalendarDate)

    /// The last commit by an instant, by the committers' clocks.
    case instant(Instant)

    /// A commit by a name.
    case revision(String)
  }

  /// What was asked for.
  package let meaning: Meaning

  /// The newest commit; nil where nothing was committed yet.
  package let head: ObjectID?

  /// The commit whose tree is meant; nil where none was made by then.
  package let commit: ObjectID?

  /// Who made it and when.
  package let deed: Deed?

  /// The first commit, where none was made by then.
  package let first: Deed?

  /// The parent of the commit, where its clock says that it came later than the day asked for.
  package let laterParent: Deed?

  /// Where the line of first parents could not be followed to a commit.
  package let cut: HistoryGap?
}

extension Moment {
  /// Finds the commit that a person means by `--on`; without it, the newest.
  package init(_ typed: String?, in repository: Repository) throws(GitError) {
    let head = try repository.head().commit
    if let day = typed.flatMap({ CalendarDate($0) }) {
      let end = Int64(day.addingDays(1).dayNumber) * 86_400 - 1
      self.init(.day(day), head, LastCommit(by: end, from: head, in: repository), repository)
    } else if let instant = typed.flatMap({ Instant($0) }) {
      let end = Int64(instant.date.dayNumber) * 86_400 + Int64(instant.secondsOfDay)
      self.init(
        .instant(instant), head, LastCommit(by: end, from: head, in: repository), repository)
    } else if let typed {
      let commit = try repository.resolve(typed)
      self.init(.revision(typed), head, LastCommit(commit), repository)
    } else {
      self.init(.now, head, LastCommit(head), repository)
    }
  }

  private init(
    _ meaning: Meaning, _ head: ObjectID?, _ last: LastCommit, _ repository: Repository
  ) {
    var deeds = DeedReader(repository)
    self.meaning = meaning
    self.head = head
    commit = last.commit
    deed = last.commit.map { deeds.deed($0) }
    first = last.first.map { deeds.deed($0) }
    laterParent = last.laterParent.map { deeds.deed($0) }
    cut = last.cut
  }
}

/// The last commit along first parents whose committer's clock said no more than a time.
private struct LastCommit {
  var commit: ObjectID?
  var first: ObjectID?
  var laterParent: ObjectID?
  var cut: HistoryGap?

  init(_ commit: ObjectID?) {
    self.commit = commit
  }

  init(by end: Int64, from head: ObjectID?, in repository: Repository) {
    var next = head
    var last: ObjectID?
    do throws(GitError) {
      while let id = next {
        let outline = try repository.outline(of: id)
        if outline.seconds <= end {
          commit = id
          // A parent that cannot be read is met again, and named, where history is.
          if let parent = outline.parents.first, let before = try? repository.outline(of: parent),
            before.seconds > end
          {
            laterParent = parent
          }
          return
        }
        (last, next) = (id, outline.parents.first)
      }
      first = last
    } catch {
      cut = HistoryGap(
        error, at: last, of: next, affecting: "which commit was the last by the day asked for")
    }
  }
}
