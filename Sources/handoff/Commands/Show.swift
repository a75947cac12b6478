internal import ArgumentParser
internal import Briefs
internal import Reports
internal import Workspace

/// Shows a brief to a person, or to a program.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show a brief, or one item of it.",
    discussion: """
      Says what is promised and what bounds it, what is not included, the terms, the people and \
      the summary. Name the brief by its id or its file; add an item as in acme-onboarding/P-HH1W.
      """)

  @Argument(help: "A brief, or BRIEF/ITEM.")
  var brief: String

  @Option(help: DocumentFormat.help)
  var format: DocumentFormat = .text

  func run() throws {
    let session = try Session()
    let target = try session.target(brief)
    let report = BriefReport(
      path: target.file.displayPath, brief: target.brief, item: target.item,
      client: ClientAnswer(
        shownOf: target.brief, policy: session.policy, on: Environment.today))
    try Console.give(report.rendered(as: format, isColored: Console.usesColour()))
  }
}
