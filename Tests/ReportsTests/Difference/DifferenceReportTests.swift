import Briefs
import Diagnostics
import Git
import Reports
import TestSupport
import Testing

@Suite struct DifferenceReportTests {
  @Test(arguments: DifferenceFormat.allCases)
  func `what is gone comes first and an exclusion behind its promise`(
    format: DifferenceFormat
  ) throws {
    let report = try report(from: before, to: after)
    expectSnapshot(
      report.rendered(as: format, isColored: false), of: "differences", named: format.rawValue)
  }

  @Test func `colours strike what went and show what came`() throws {
    let text = try report(from: before, to: after).rendered(as: .text, isColored: true)
    #expect(text.contains("Custom \u{1B}[31;9mweekly\u{1B}[0m \u{1B}[32mmonthly\u{1B}[0m revenue"))
    #expect(text.contains("\u{1B}[31m“On-site training.” is gone\u{1B}[0m"))
  }

  @Test func `a brief that is new, gone, moved or unreadable is said`() throws {
    func notes(_ old: String?, _ new: String?, moved: Bool = false) throws -> String {
      let old = try old.map { ComparedBrief.Version(path: "handoffs/a.md", brief: try brief($0)) }
      let new = try new.map {
        ComparedBrief.Version(path: moved ? "handoffs/b.md" : "handoffs/a.md", brief: try brief($0))
      }
      let text = DifferenceReport(
        old: revision("A"), new: revision("B"), briefs: [ComparedBrief(old: old, new: new)]
      ).rendered(as: .text, isColored: false)
      return String(text.split(separator: "\n").dropFirst(2).first ?? "")
    }
    #expect(try notes(nil, after) == "The brief is new.")
    #expect(try notes(before, nil) == "The brief is gone.")
    #expect(try notes(before, "promises: [\n") == "The brief cannot be read any more.")
    #expect(try notes(before, before, moved: true) == "It was moved here from handoffs/a.md")
    let words = "Its words are the same: layout, comments or the team's own fields changed."
    #expect(try notes(before, before + "# a comment\n") == words)
  }

  @Test func `no difference is said where there is a page for it`() throws {
    let report = DifferenceReport(old: revision("A"), new: revision("B"), briefs: [])
    #expect(report.rendered(as: .text, isColored: false) == "")
    #expect(report.rendered(as: .markdown, isColored: false).hasSuffix("\nNothing changed.\n"))
    #expect(report.rendered(as: .html, isColored: false).contains("<p>Nothing changed.</p>"))
  }

  private func report(from old: String, to new: String) throws -> DifferenceReport {
    let path = "handoffs/acme/acme-onboarding.md"
    let compared = ComparedBrief(
      old: .init(path: path, brief: try brief(old)), new: .init(path: path, brief: try brief(new)))
    return DifferenceReport(old: revision("main"), new: revision("topic"), briefs: [compared])
  }

  private func brief(_ text: String) throws -> Brief { try #require(sample(text)) }

  private func revision(_ name: String) -> DifferenceReport.Revision {
    DifferenceReport.Revision(name: name, commit: String(repeating: "0", count: 40))
  }
}
