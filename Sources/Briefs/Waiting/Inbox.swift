/// What waits in the briefs of a repository, as one person sees it.
package struct Inbox: Sendable {
  /// Who looks.
  package enum Viewer: Sendable {
    case member(Person)

    /// Somebody with an address that is not on the roster.
    case stranger(String)

    /// Git does not know who is at work.
    case unknown
  }

  /// A task as the viewer sees it.
  package struct Entry: Sendable {
    /// What waits.
    package let task: WaitingTask

    /// How it is the viewer's; nil where it is for others.
    package let part: WaitingTask.Part?
  }

  /// Who looks.
  package let viewer: Viewer

  /// The day of the look.
  package let day: CalendarDate

  /// What waits, the late first, then by day.
  package let entries: [Entry]

  /// How many tasks of others are left out, in briefs that are not the viewer's concern.
  package let hiddenCount: Int

  /// The inbox of whoever has an address.
  ///
  /// Of what waits for others a member sees only what is in briefs that they hand over, take over,
  /// stand in for or have something to do in, unless they want to see all.
  package init(
    of briefs: [WaitingBrief], policy: Policy, viewedBy address: String?, on day: CalendarDate,
    showsAll: Bool = false
  ) {
    self.day = day
    if let address {
      viewer = policy.person(address).map { .member($0) } ?? .stranger(address)
    } else {
      viewer = .unknown
    }
    var shown: [Entry] = []
    var hidden = 0
    for waiting in briefs {
      let tasks = waiting.tasks(policy: policy, on: day)
      guard case .member(let person) = viewer else {
        shown += tasks.map { Entry(task: $0, part: nil) }
        continue
      }
      let entries = tasks.map { Entry(task: $0, part: $0.part(of: person)) }
      let isConcern =
        showsAll || entries.contains { $0.part != nil }
        || policy.concerns(waiting.brief, person.email, on: day)
      if isConcern { shown += entries } else { hidden += entries.count }
    }
    entries = shown.enumerated().sorted { left, right in
      if left.element.task.precedes(right.element.task) { return true }
      return !right.element.task.precedes(left.element.task) && left.offset < right.offset
    }.map(\.element)
    hiddenCount = hidden
  }

  /// What waits for the viewer, in their own or in somebody's place.
  package var mine: [Entry] { entries.filter { $0.part != nil } }

  /// What others are late with.
  package var overdue: [Entry] { entries.filter { $0.part == nil && $0.task.isOverdue } }

  /// What others approved in other words, and have to read again.
  package var stale: [Entry] {
    entries.filter { $0.part == nil && !$0.task.isOverdue && $0.task.isStale }
  }

  /// What else waits for others.
  package var others: [Entry] {
    entries.filter { $0.part == nil && !$0.task.isOverdue && !$0.task.isStale }
  }
}

extension Policy {
  /// Whether a person hands a brief over, takes it over or stands in for whoever does.
  package func concerns(_ brief: Brief, _ address: String, on day: CalendarDate) -> Bool {
    let (from, to) = (brief.fields.string(.from), brief.fields.string(.to))
    return [from, to].contains { $0.map { isSamePerson($0, address) } ?? false }
      || to.map { mayActAs($0, address, on: day) } ?? false
  }
}
