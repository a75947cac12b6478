import Briefs
import Diagnostics
import Reports
import TestSupport
import Testing

@Suite struct ReviewReportTests {
  @Test(arguments: DocumentFormat.allCases)
  func `red flags come first, then answers, changes and what is missing`(
    format: DocumentFormat
  ) throws {
    let report = try report(
      from: before + question(""), to: after + question("\n    answer: Ana does.\n    items: [P1]"),
      since: .init(
        occasion: "you approved it as sales", date: "2026-07-20",
        commit: String(repeating: "0", count: 40)))
    expectSnapshot(
      report.rendered(as: format, isColored: false), of: "reviews", named: format.rawValue)
  }

  @Test func `a first look shows the brief whole`() throws {
    let text = try report(from: nil, to: after, since: nil).rendered(as: .text, isColored: false)
    #expect(text.hasPrefix("2 red flags\n  ! "))
    #expect(text.contains("\n\nAcme GmbH · acme-onboarding\nstatus     review\n"))
    #expect(!text.contains("What changed"))
  }

  @Test(arguments: DocumentFormat.allCases)
  func `no text of a brief reaches an output unescaped`(format: DocumentFormat) throws {
    let hostile = "\"\\e[2J \\u202e \\x9b31m\""
    let old = before.replacing("SSO by May.", with: hostile) + question("")
    let new = after.replacing("SSO by May.", with: "SSO") + question("\n    answer: \(hostile)")
    for (from, to) in [(old, new), (new, old)] {
      let start = ReviewReport.Start(occasion: "\u{1B}x", date: "d", commit: "\u{202E}")
      let output = try report(from: from, to: to, since: start, name: "\u{1B}[2J")
        .rendered(as: format, isColored: false)
      let scalar = output.unicodeScalars.first { $0 != "\n" && $0.mustBeEscaped }
      #expect(scalar == nil)
    }
  }

  private func question(_ rest: String) -> String {
    """
    questions:
      - id: Q1
        text: Who owns the ERP?
        by: sam@northwind.example
        at: 2026-07-20T10:00:00Z\(rest)

    """
  }

  private func report(
    from old: String?, to new: String, since start: ReviewReport.Start?,
    name: String = "acme-onboarding"
  ) throws -> ReviewReport {
    let path = "handoffs/acme/acme-onboarding.md"
    let brief = try #require(sample(new))
    let earlier = old.flatMap { sample($0) }.map { ComparedBrief.Version(path: path, brief: $0) }
    try #require((earlier == nil) == (old == nil))
    let policy = Policy(source: SourceText([]))
    return ReviewReport(
      name: name, compared: ComparedBrief(old: earlier, new: .init(path: path, brief: brief)),
      start: start,
      flags: RedFlag.flags(of: brief, policy: policy, on: CalendarDate(dayNumber: 20_655)),
      approvals: [], missing: [finding(path: path, message: "P2 names no source")],
      offered: [
        NewApproval(
          of: brief, role: "receiving", by: "sam@northwind.example", at: "2026-07-21T10:00:00Z")
      ])
  }
}
