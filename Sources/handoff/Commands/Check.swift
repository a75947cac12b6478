internal import ArgumentParser
internal import Briefs
internal import Diagnostics
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

  @Flag(help: "First mend what needs no judgement, such as missing quotes, in the files.")
  var fix = false

  func validate() throws {
    if fix, range != nil {
      throw ValidationError("--fix mends the files of this folder; commits of a range stay.")
    }
  }

  func run() throws {
    let repository = try Environment.openRepository()
    if fix { try mend(in: repository) }
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

  /// Mends until nothing is left to mend; what one mending uncovers is mended by the next.
  private func mend(in repository: Repository) throws {
    let session = try Session()
    let paths = try Arguments.paths(paths, in: repository)
    for _ in 0..<Check.mendingLimit {
      let mended: [(file: FileVersion, bytes: [UInt8])]
      do {
        mended = try WorkTreeCheck(repository: repository).mended(
          on: paths, author: repository.authorAddress(), today: Environment.today)
      } catch {
        throw CommandFailure(error)
      }
      if mended.isEmpty { return }
      for (file, bytes) in mended {
        try session.write(bytes, to: file, replacing: file.brief?.source.bytes)
        Console.explain("\(file.displayPath) is mended".escapingControls)
      }
    }
  }

  private static let mendingLimit = 8

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
