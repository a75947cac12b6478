internal import ArgumentParser
internal import Git
internal import Reports
internal import Rules
internal import Workspace

/// Checks briefs before a gate does.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what is wrong or still missing in briefs.",
    discussion: """
      Compares the briefs of this folder with the last commit, by the same rules as the hooks. \
      Exit 0: no error; 1: at least one error; 2: the check could not be done.
      """)

  @Argument(help: "Briefs or folders to check; all briefs where none is named.")
  var paths: [String] = []

  @Option(help: "Judge each commit of a range such as main..topic instead.")
  var range: String?

  @Option(
    help:
      "How to write the findings: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var format: ReportFormat = .text

  func run() throws {
    let repository = try Environment.openRepository()
    let verdict = try verdict(in: repository)
    Console.explain(verdict.notes)
    let report = CheckReport(diagnostics: verdict.diagnostics, briefs: verdict.briefCount)
    let text = report.rendered(
      as: format, isColored: Console.usesColour(),
      tool: CheckReport.Tool(
        version: Handoff.version, rules: RuleCatalog.documentations.map(\.tool)))
    guard Console.print(text) else {
      throw CommandFailure("the findings could not be written")
    }
    if verdict.isRefused { throw ExitCode(1) }
  }

  private func verdict(in repository: Repository) throws -> Verdict {
    do {
      if let range { return try RangeCheck(repository: repository).verdict(on: range) }
      return try WorkTreeCheck(repository: repository).verdict(
        on: try Arguments.paths(paths, in: repository), author: repository.authorAddress(),
        today: Environment.today)
    } catch let error as GitError {
      throw CommandFailure(error)
    }
  }
}

extension ReportFormat: ExpressibleByArgument {}

extension RuleDocumentation {
  fileprivate var tool: CheckReport.Tool.Rule {
    CheckReport.Tool.Rule(id: id, summary: summary, help: remedy)
  }
}
