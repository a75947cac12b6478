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

  /// Whether the day or instant was over when it was asked for; true of anything else.
  package let isOver: Bool

  /// The last second of the day or instant; nil where a commit was asked for.
  private let end: Int64?

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
  /// Finds the commit that a person means by `--on` at a time in seconds since 1970; without it, the
  /// newest.
  package init(
    _ typed: String?, asked now: Int64, in repository: Repository
  ) throws(GitError) {
    let head = try repository.head().commit
    if let day = typed.flatMap({ CalendarDate($0) }) {
      let end = Int64(day.addingDays(1).dayNumber) * 86_400 - 1
      self.init(.day(day), by: end, asked: now, head, repository)
    } else if let instant = typed.flatMap({ Instant(anyOffset: $0) }) {
      self.init(.instant(instant), by: instant.seconds, asked: now, head, repository)
    } else if let typed {
      let commit = try repository.resolve(typed)
      self.init(.revision(typed), head, LastCommit(commit), repository)
    } else {
      self.init(.now, head, LastCommit(head), repository)
    }
  }

  private init(
    _ meaning: Meaning, by end: Int64, asked now: Int64, _ head: ObjectID?,
    _ repository: Repository
  ) {
    let last = LastCommit(by: end, from: head, in: repository)
    self.init(meaning, head, last, repository, end: end, isOver: end < now)
  }

  private init(
    _ meaning: Meaning, _ head: ObjectID?, _ last: LastCommit, _ repository: Repository,
    end: Int64? = nil, isOver: Bool = true
  ) {
    var deeds = DeedReader(repository)
    self.meaning = meaning
    self.end = end
    self.isOver = isOver
    self.head = head
    commit = last.commit
    deed = last.commit.map { deeds.deed($0) }
    first = last.first.map { deeds.deed($0) }
    laterParent = last.laterParent.map { deeds.deed($0) }
    cut = last.cut
  }

  /// Whether a commit that is no part of the state was made by the day or instant all the same, by
  /// its committer's clock: on a branch that was merged later.
  package func isMergedLater(_ deed: Deed) -> Bool {
    guard let end, let committer = deed.committer else { return false }
    return committer.seconds <= end
  }
}

extension Instant {
  /// Reads RFC 3339 with any offset, such as `2026-03-15T11:00:00+01:00`.
  fileprivate init?(anyOffset text: String) {
    let bytes = Array(text.utf8)
    let offset = bytes.suffix(6)
    guard offset.count == 6, let sign = offset.first, sign == plus || sign == minus,
      let hours = offset.dropFirst().prefix(2).decimal, let minutes = offset.suffix(2).decimal,
      offset.dropLast(2).last == UInt8(ascii: ":"), hours < 24, minutes < 60,
      let local = Instant(String(decoding: bytes.dropLast(6), as: UTF8.self) + "Z")
    else {
      self.init(text)
      return
    }
    let east = Int64(hours * 3600 + minutes * 60) * (sign == plus ? 1 : -1)
    self.init(Instant.text(secondsSince1970: Int(local.seconds - east)))
  }

  /// The whole seconds since 1970.
  fileprivate var seconds: Int64 { Int64(date.dayNumber) * 86_400 + Int64(secondsOfDay) }
}

private let plus = UInt8(ascii: "+")
private let minus = UInt8(ascii: "-")

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
