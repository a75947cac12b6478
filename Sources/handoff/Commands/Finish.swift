internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Workspace

/// Ends a handoff whose last step is done.
struct Finish: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "End a handoff whose last step is done.",
    discussion: """
      handoff finish acme-onboarding --done-on 2026-08-10

      The last step is the first milestone; of an SDR's brief the follow-up; of a support brief a \
      debrief from everybody in support. What was agreed is sealed from then on. For the receiver \
      or a stand-in.
      """)

  @Argument(help: "A brief.")
  var brief: String

  @Option(help: "Records that the first milestone, or the follow-up, was done on this day.")
  var doneOn: String?

  func run() throws {
    let session = try Session()
    let target = try session.target(brief, for: .finish)
    let day = try doneOn.map(self.day)
    let block = target.brief.type.flatMap { session.policy.types[$0] }?.lastStep.block
    if day != nil, block == nil {
      throw CommandFailure(
        "\(target.name) has no milestone and no follow-up that could be done",
        hints: ["leave --done-on out"])
    }
    let draft = try session.draft(of: target.brief, named: target.name) {
      editor throws(EditingError) in
      if let day, let block {
        try editor.set(.status, to: "done", in: .block(block))
        try editor.set(.doneOn, to: .text("\(day)"), in: .block(block))
      }
      try editor.move(to: .done)
    }
    try session.requireSound(draft, of: target, for: .finish)
    try session.commit(draft, of: target, as: .finish, saying: "done")
    Console.say("\(target.name) is done")
  }

  private func day(_ text: String) throws -> CalendarDate {
    guard let day = CalendarDate(text) else {
      throw CommandFailure("“\(text)” is no day", hints: ["write it as 2026-08-10"])
    }
    guard day <= Environment.today else {
      throw CommandFailure("\(day) is still to come, so nothing was done on it", kind: .refused)
    }
    return day
  }
}

extension BriefType.LastStep {
  /// The block that says whether the step is done; nil where none does.
  fileprivate var block: Block? {
    switch self {
    case .firstMilestone: .firstMilestone
    case .followUp: .followUp
    case .debriefs, .nothing: nil
    }
  }
}
