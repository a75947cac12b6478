internal import ArgumentParser
internal import Reports

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
    let report = InboxReport(try Session().inbox(showingAll: all))
    try Console.give(report.rendered(as: format, isColored: Console.usesColour()))
  }
}
