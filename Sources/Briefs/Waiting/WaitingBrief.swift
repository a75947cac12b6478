package import Diagnostics

/// A brief with what is known of what keeps it where it is.
package struct WaitingBrief: Sendable {
  /// The name of the brief in sentences and commands.
  package let name: String

  /// The brief itself.
  package let brief: Brief

  /// What would stop its move to the status that comes next.
  package let obstacles: [Diagnostic]

  /// What the rules call late in it.
  package let late: [Diagnostic]

  package init(
    name: String, brief: Brief, obstacles: [Diagnostic] = [], late: [Diagnostic] = []
  ) {
    self.name = name
    self.brief = brief
    self.obstacles = obstacles
    self.late = late
  }

  /// What waits in the brief on a day, in no particular order.
  package func tasks(policy: Policy, on day: CalendarDate) -> [WaitingTask] {
    TaskFinder(waiting: self, policy: policy, day: day).tasks
  }
}

extension Status {
  /// The status that comes next when all goes well; nil at the end.
  package var next: Status? {
    switch self {
    case .draft, .returned: .review
    case .review: .accepted
    case .accepted: .started
    case .started: .done
    case .done, .cancelled: nil
    }
  }
}
