/// One thing that waits for somebody: what, whose turn it is, by when, and what to type.
package struct WaitingTask: Sendable {
  /// What is to be done, in one or two words for programs and narrow columns.
  package enum Kind: String, Sendable, CaseIterable {
    case write
    case submit
    case answerReturn = "answer-return"
    case mend
    case review
    case approve
    case approveAgain = "approve-again"
    case accept
    case answer
    case settle
    case send
    case remind
    case correct
    case introduce
    case start
    case finish
    case debrief
    case promise
    case requirement
    case waiver
  }

  /// Somebody whose turn it is.
  package struct Assignee: Sendable {
    /// The address that names them; nil where nobody is known who could do it.
    package let address: String?

    /// How sentences call them.
    package let label: String

    /// The addresses of those who may do it in their place.
    package var standIns: [String] = []
  }

  /// The name of the brief in sentences and commands.
  package let brief: String

  /// The customer, where the brief says one.
  package let account: String?

  /// What is to be done.
  package let kind: Kind

  /// The item that it is about, by its id.
  package let item: String?

  /// What waits, in one sentence without a full stop.
  package let sentence: String

  /// Whose turn it is; each of them can do it.
  package let assignees: [Assignee]

  /// The day since which it waits, where the brief says it.
  package let since: CalendarDate?

  /// The day by which it should be done, where there is one.
  package let due: CalendarDate?

  /// Whether the day is past.
  package let isOverdue: Bool

  /// What to type next.
  package let command: String

  /// Whether somebody approved words that are not there any more.
  package var isStale: Bool { kind == .approveAgain }

  /// Whose turn it is, by name.
  package var who: String {
    let names = assignees.prefix(3).map(\.label)
    let rest = assignees.count - names.count
    return names.joined(separator: " or ") + (rest > 0 ? " or \(rest) more" : "")
  }
}

extension WaitingTask {
  /// How a person comes to a task.
  package enum Part: Sendable, Equatable {
    case own

    /// In somebody's place, by their name.
    case standIn(String)
  }

  /// Whether the task is a person's own, or theirs in somebody's place; nil where it is neither.
  package func part(of person: Person) -> Part? {
    if assignees.contains(where: { $0.isNamed(person.email) }) { return .own }
    let absent = assignees.first { assignee in
      assignee.standIns.contains { $0.utf8.elementsEqual(person.email.utf8) }
    }
    return absent.map { .standIn($0.label) }
  }
}

extension WaitingTask.Assignee {
  fileprivate func isNamed(_ email: String) -> Bool {
    address?.utf8.elementsEqual(email.utf8) ?? false
  }
}

extension WaitingTask {
  /// Whether a task comes before another in every list: the late ones first, then by day.
  func precedes(_ other: WaitingTask) -> Bool {
    if isOverdue != other.isOverdue { return isOverdue }
    for (own, others) in [(due, other.due), (since, other.since)] where own != others {
      guard let own else { return false }
      guard let others else { return true }
      return own < others
    }
    return brief.utf8.lexicographicallyPrecedes(other.brief.utf8)
  }
}

extension [WaitingTask] {
  /// The tasks, the late first, then by day; otherwise in their order.
  package var sortedByUrgency: [WaitingTask] {
    enumerated().sorted { left, right in
      if left.element.precedes(right.element) { return true }
      return !right.element.precedes(left.element) && left.offset < right.offset
    }.map(\.element)
  }
}
