internal import ArgumentParser
internal import Briefs
internal import Reports
internal import Workspace

/// Says what is still missing in one brief, beside what it promises.
struct Checklist: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show promises, exclusions and risks, and what is still missing.",
    discussion: "What is missing comes with the next command to type. Exit 0, whatever is missing.")

  @Argument(help: "A brief.")
  var brief: String

  @Option(help: DocumentFormat.help)
  var format: DocumentFormat = .text

  func run() throws {
    let session = try Session()
    let (file, brief) = try session.brief(brief)
    let report = ChecklistReport(
      name: brief.id ?? file.stem, brief: brief,
      approvals: session.policy.neededApprovals(of: brief, on: Environment.today),
      missing: try session.missing(in: file))
    try Console.give(report.rendered(as: format, isColored: Console.usesColour()))
  }
}
