package import Briefs
package import Git

extension BriefTrace {
  /// The newest version, of those not given yet, whose words an approval covers.
  package mutating func nextVersion(
    coveredBy approval: Approval
  ) throws(GitError) -> BriefVersion? {
    while let version = try next() {
      if version.brief.isCovered(by: approval) { return version }
    }
    return nil
  }

  /// The day since which the brief has been in review without a break, where it is in the commit
  /// that the trace begins at; nil where it is not.
  ///
  /// The day is the author's, in UTC. What was before a day makes no difference: of a brief that was
  /// in review by then, the day of any version up to then is given.
  package mutating func startOfReview(
    noneBefore day: CalendarDate, upTo head: ObjectID
  ) throws(GitError) -> CalendarDate? {
    var review = UnbrokenLine(from: head) { $0.status == .review }
    var start: CalendarDate?
    while !review.isAtItsEnd, let step = nextStep() {
      guard let isBeginning = try review.follows(step, of: self), step.isVersion else { continue }
      let author = try search.repository.commit(step.commit).author
      let date = CalendarDate(secondsSince1970: Int(author.seconds))
      if isBeginning { start = min(start ?? date, date) }
      if date <= day { return date }
    }
    return start
  }
}
