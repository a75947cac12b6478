internal import ArgumentParser
internal import Briefs
internal import Reports
internal import Workspace

/// Shows what to have in mind in a meeting about a brief.
struct ShowCard: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "card",
    abstract: "Show the one-minute view of a brief before a meeting.",
    discussion: """
      What to confirm back and what bounds it, what not to ask again, what to ask, sensitivities \
      and objections, and what the support person is there for. On one screen; handoff show has \
      all of it.
      """)

  @Argument(help: "A brief.")
  var brief: String

  @Option(help: DocumentFormat.help)
  var format: DocumentFormat = .text

  func run() throws {
    let session = try Session()
    let (file, brief) = try session.brief(brief)
    let report = CardReport(
      name: brief.id ?? file.stem, brief: brief, policy: session.policy,
      client: ClientAnswer(shownOf: brief, policy: session.policy, on: Environment.today))
    try Console.give(report.rendered(as: format, isColored: Console.usesColour()))
  }
}
