internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Git
internal import Reports
internal import Workspace

/// Lists the briefs of the repository.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the briefs.",
    discussion:
      "One line for each: id, status, account, owners, what waits for whom, and what the rules find."
  )

  @Option(
    help: "Only briefs in this status: \(Status.allCases.map(\.rawValue).joined(separator: ", ")).")
  var status: Status?

  @Option(help: "Only briefs of this account; letter case does not matter.")
  var account: String?

  @Flag(help: "Only briefs that I hand over, take over or stand in for.")
  var mine = false

  @Option(help: DocumentFormat.help)
  var format: DocumentFormat = .text

  @Flag(help: "Short for --format json.")
  var json = false

  func run() throws {
    let session = try Session()
    let me = mine ? try session.author() : nil
    let format = json ? .json : format
    let findings = Dictionary(
      grouping: try session.verdict(on: []).diagnostics, by: \.path)
    let rows = session.finder.versions.compactMap { file -> BriefListReport.Row? in
      guard let brief = file.brief, isWanted(brief, by: me, session.policy) else { return nil }
      let own = findings[file.displayPath] ?? []
      let name = brief.id ?? file.stem
      return BriefListReport.Row(
        name: name, path: file.displayPath, brief: brief,
        tasks: WaitingBrief(name: name, brief: brief)
          .tasks(policy: session.policy, on: Environment.today),
        errors: own.count { $0.severity == .error },
        warnings: own.count { $0.severity == .warning })
    }
    if rows.isEmpty, format == .text { Console.explain("there are no such briefs") }
    let report = BriefListReport(rows)
    try Console.give(report.rendered(as: format, isColored: Console.usesColour()))
  }

  private func isWanted(_ brief: Brief, by person: String?, _ policy: Policy) -> Bool {
    if let status, brief.status != status { return false }
    if let account,
      brief.fields.string(.account)?.lowercased().collapsingWhiteSpace
        != account.lowercased().collapsingWhiteSpace
    {
      return false
    }
    guard let person else { return true }
    return policy.concerns(brief, person, on: Environment.today)
  }
}

extension Status: ExpressibleByArgument {}
