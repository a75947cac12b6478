package import Briefs
package import Git

extension BriefTrace.Step {
  /// The path's bytes from the top of the repository.
  package var path: [UInt8] { place.path }

  /// Whether the file is there and cannot be read: what it says is not known.
  package var isUnread: Bool { place.fault != nil }

  /// Whether the file of a parent cannot be read, and is not the same file.
  package var isBehindUnread: Bool {
    parents.contains { $0.place.fault != nil && !$0.place.isSame(as: place) }
  }

  /// Whether several parents have the brief.
  package var isMerge: Bool { parents.count > 1 }

  /// Where the brief stands in the parents that have it.
  package var parentPaths: [(commit: ObjectID, path: [UInt8])] {
    parents.map { ($0.commit, $0.place.path) }
  }

  /// The commits of the trace that come right before it.
  package var earlierCommits: [ObjectID] { earlier.map(\.commit) }

  /// Those of them that have the brief to the byte as it is here, wherever it stands there.
  package var sameEarlier: [ObjectID] {
    earlier.filter { $0.place.entry.isSameFile(as: place.entry) }.map(\.commit)
  }

  /// Whether another step has the brief to the byte as it is here, wherever it stands there.
  package func hasSameFile(as other: Self) -> Bool {
    place.entry.isSameFile(as: other.place.entry)
  }
}

extension BriefTrace {
  /// The brief as a commit of the trace has it.
  package func brief(of step: Step) throws(GitError) -> Brief {
    try brief(at: step.place) ?? .unreadable("it is no brief")
  }

  /// The steps that lead to a commit of the trace, the newest first; they are then behind it.
  package mutating func steps(upTo commit: ObjectID) -> [Step] {
    var wanted: Set<ObjectID> = [commit]
    var steps: [Step] = []
    while let step = nextStep() {
      guard wanted.remove(step.commit) != nil else { continue }
      steps.append(step)
      wanted.formUnion(step.earlierCommits)
    }
    return steps
  }

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
