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

  @Argument(help: "Briefs, files or folders to check; all briefs where none is named.")
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
    try repository.settleUnfinished()
    let chosen = try chosenPaths(in: repository)
    if fix { try mend(chosen, in: repository) }
    let verdict = try verdict(on: chosen, in: repository)
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
  private func mend(_ paths: [[UInt8]], in repository: Repository) throws {
    let session = try Session()
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

  /// What was named, as paths.
  ///
  /// Files and folders may be gone since the last commit; briefs may be named by their ids.
  private func chosenPaths(in repository: Repository) throws -> [[UInt8]] {
    guard range == nil, !paths.isEmpty else { return [] }
    let check = try CommandFailure.catching { () throws(GitError) in
      try WorkTreeCheck(repository: repository)
    }
    return try paths.map { name in
      if let path = try? Arguments.paths([name], in: repository).first,
        try CommandFailure.catching({ () throws(GitError) in try check.knows(path) })
      {
        return path
      }
      return try Session().brief(name).file.path
    }
  }

  private func verdict(on paths: [[UInt8]], in repository: Repository) throws -> Verdict {
    try CommandFailure.catching { () throws(GitError) in
      if let range { return try RangeCheck(repository: repository).verdict(on: range) }
      return try WorkTreeCheck(repository: repository).verdict(
        on: paths, author: repository.authorAddress(), today: Environment.today)
    }
  }
}

extension ReportFormat: ExpressibleByArgument {}

extension RuleDocumentation {
  var tool: CheckReport.Tool.Rule {
    CheckReport.Tool.Rule(id: id, summary: summary, help: remedy)
  }
}
