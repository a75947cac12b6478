internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Git
internal import Reports
internal import Workspace

/// Says in words how two revisions of a summary email differ.
struct EmailDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what changed in a summary, by sections and words.",
    discussion: """
      handoff email diff acme-onboarding           what was sent last, and your file
      handoff email diff acme-onboarding 2         revision 2, and your file
      handoff email diff acme-onboarding 2 3       two revisions
      handoff email diff acme-onboarding 2 --final with what we agreed and what is not included

      handoff email log numbers the revisions. Layout is no change. Exit 0, whatever changed.
      """)

  @Argument(help: "A brief.")
  var brief: String

  @Argument(help: "A revision, by its number; left out: what was sent last.")
  var old: Int?

  @Argument(help: "A later revision; left out: the file as it is now.")
  var new: Int?

  @Flag(help: "Compare the final summaries.")
  var final = false

  @Flag(help: "Compare the final summaries with the custom terms.")
  var terms = false

  @Option(help: DifferenceFormat.help)
  var format: DifferenceFormat = .text

  func run() throws {
    let session = try Session()
    let (file, brief) = try session.brief(brief)
    let name = brief.id ?? file.stem
    let revisions = try session.summaryRevisions(of: brief, in: file)
    revisions.warnOfCut()
    let (old, wanted) =
      try old.map { (number) throws in
        let wanted = Wanted(kind: final || terms ? .final : .call, includesTerms: terms)
        return (wanted.side(of: try revisions.named(number, of: name)), wanted)
      } ?? sentLast(revisions, name)
    let new =
      try new.map { wanted.side(of: try revisions.named($0, of: name)) }
      ?? SummaryDifferenceReport.Side(name: "now", commit: nil, content: wanted.content(of: brief))
    let report = SummaryDifferenceReport(brief: brief, old: old, new: new)
    try Console.give(report.rendered(as: format, isColored: Console.usesColour()))
  }

  /// What the client read last, to be compared with the like of it.
  private func sentLast(
    _ revisions: SummaryRevisions, _ name: String
  ) throws -> (SummaryDifferenceReport.Side, Wanted) {
    guard let (revision, email) = revisions.lastSent else {
      throw CommandFailure(
        revisions.unmatched.isEmpty
          ? "no summary of \(name) is on record as sent"
          : "what was sent of \(name) has words that no revision has",
        hints: ["name a revision: handoff email diff \(name.shellWord) 1"])
    }
    let asksForMore = final && email.content.kind == .call || terms && !email.includesTerms
    let wanted =
      asksForMore
      ? Wanted(kind: .final, includesTerms: terms)
      : Wanted(kind: email.content.kind, includesTerms: email.includesTerms)
    let sent = email.record.string(.sent).map { ", sent \($0)" } ?? ""
    return (
      SummaryDifferenceReport.Side(
        name: "revision \(revision.number)\(sent)", commit: revision.commit.id.description,
        content: asksForMore ? wanted.content(of: revision.brief) : email.content), wanted
    )
  }
}

/// Which summary of each state is compared.
private struct Wanted {
  let kind: SummaryContent.Kind
  let includesTerms: Bool

  func content(of brief: Brief) -> SummaryContent {
    SummaryContent(of: brief, kind: kind, includesTerms: includesTerms)
  }

  func side(of revision: SummaryRevision) -> SummaryDifferenceReport.Side {
    SummaryDifferenceReport.Side(
      name: "revision \(revision.number)", commit: revision.commit.id.description,
      content: content(of: revision.brief))
  }
}
