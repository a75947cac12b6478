internal import ArgumentParser
internal import Briefs
internal import Reports
internal import Rules

/// Explains a rule.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a rule wants, why, and how to mend what it finds.",
    discussion: "Without a rule: all of them, one line each.")

  @Argument(help: "A rule, such as dropped-exclusion.")
  var rule: String?

  @Option(help: DocumentFormat.help)
  var format: DocumentFormat = .text

  func run() throws {
    let report =
      try rule.map { RuleReport(try documentation(of: $0)) }
      ?? RuleReport(all: RuleCatalog.documentations)
    try Console.give(report.rendered(as: format, isColored: Console.usesColour()))
  }

  private func documentation(of id: String) throws -> RuleDocumentation {
    if let found = RuleCatalog.documentation(of: id) { return found }
    let near = NearestName.of(id, among: RuleCatalog.documentations.map(\.id))
    throw CommandFailure(
      "there is no rule \(id)",
      hints: [near.map { "did you mean \($0)?" } ?? "see all rules: handoff explain"])
  }
}
