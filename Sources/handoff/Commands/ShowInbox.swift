internal import ArgumentParser
internal import Reports
internal import Workspace

/// Says what waits for whoever is at work, and for others.
struct ShowInbox: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inbox",
    abstract: "Show what waits for you, for others, what is overdue and what is stale.",
    discussion: """
      The same as handoff alone. Each thing comes with the command to type next. Of what waits for \
      others you see what is in briefs that you have a part in.
      """)

  @Flag(help: "Show also what waits in briefs that you have no part in.")
  var all = false

  @Option(help: DocumentFormat.help)
  var format: DocumentFormat = .text

  func run() throws {
    let session = try Session()
    let report = InboxReport(try session.inbox(showingAll: all))
    try Console.give(report.rendered(as: format, isColored: Console.usesColour()))
    if !session.repository.hasLockOnBranches {
      Console.say(
        "the hooks are not installed in this clone, so nothing guards it here: "
          + "handoff hooks install")
    }
  }
}
