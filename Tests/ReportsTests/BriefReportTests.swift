import Briefs
import Diagnostics
import Reports
import Testing

@Suite struct BriefReportTests {
  @Test func `text has what was agreed first and the summary last`() throws {
    #expect(
      BriefReport(path: "handoffs/acme.md", brief: try brief(sample)).rendered(
        as: .text, isColored: false) == """
          Acme · acme
          status     accepted
          type       owner-change
          from → to  dana@northwind.example → ?
          go-live    no day yet: The client waits.

          Promised
            P1  Weekly report
                but not X1: Dashboards
                due 2026-09-01
            P2  withdrawn: SSO
                withdrawn: Not wanted.

          Not included
            X1  Dashboards

          Risks
            none

          First milestone
            Kickoff
            due 2026-08-10

          Approvals
            sales  dana@northwind.example
                   at 2026-07-20T10:00:00Z

          Summary
            Hello.

          Next steps
            - Sam calls.

          """)
  }

  @Test func `Markdown is a page with the same groups`() throws {
    let page = BriefReport(path: "handoffs/acme.md", brief: try brief(sample)).rendered(
      as: .markdown, isColored: false)
    #expect(page.hasPrefix("# Acme · acme\n\n- **status:** accepted\n"))
    #expect(page.contains("## Promised\n\n- **P1** Weekly report\n  - but not X1\\: Dashboards\n"))
    #expect(page.contains("- **P2** ~~SSO~~\n"))
    #expect(page.hasSuffix("## Next steps\n\n- Sam calls.\n"))
  }

  @Test func `one item is a document of its own`() throws {
    let brief = try brief(sample)
    let item = try #require(brief.item("X1"))
    #expect(
      BriefReport(path: "a.md", brief: brief, item: item).rendered(as: .json, isColored: false)
        == #"{"schema":"handoff/show/1","brief":{"path":"a.md","#
        + #""exclusions":[{"id":"X1","text":"Dashboards"}],"sections":[]},"client":null}"# + "\n")
  }

  @Test(arguments: DocumentFormat.allCases)
  func `no text of a brief reaches an output unescaped`(format: DocumentFormat) throws {
    let hostile = "\u{1B}[2J\u{202E}\u{9B}31m"
    let text = sample.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line == "Hello." ? "Hello \(hostile)" : String(line)
    }.joined(separator: "\n")
    let brief = try brief(text.replacing("Weekly report", with: "\"\\e[2J \\u202e \\x9b31m\""))
    let outputs = [
      BriefReport(path: hostile, brief: brief).rendered(as: format, isColored: false),
      ChecklistReport(
        name: hostile, brief: brief,
        approvals: Policy(source: SourceText([])).neededApprovals(
          of: brief, on: CalendarDate(dayNumber: 20_000)), missing: [finding(message: hostile)]
      )
      .rendered(as: format, isColored: false),
      BriefListReport([
        .init(name: hostile, path: hostile, brief: brief, tasks: [], errors: 1, warnings: 2)
      ]).rendered(as: format, isColored: false),
    ]
    for output in outputs {
      let scalars = output.unicodeScalars.filter { $0 != "\n" && $0.mustBeEscaped }
      #expect(scalars.isEmpty, "\(output.debugDescription)")
    }
  }

  private func brief(_ text: String) throws -> Brief {
    try #require(Brief(reading: SourceText(text)))
  }
}

private let sample = """
  ---
  handoff: acme
  type: owner-change
  status: accepted
  account: Acme
  from: dana@northwind.example
  no_go_live: The client waits.
  promises:
    - id: P1
      text: Weekly report
      due: 2026-09-01
      bounded_by: [X1]
    - id: P2
      text: SSO
      withdrawn: Not wanted.
  exclusions:
    - id: X1
      text: Dashboards
  risks: []
  first_milestone:
    text: Kickoff
    due: 2026-08-10
  approvals:
    - role: sales
      by: dana@northwind.example
      at: 2026-07-20T10:00:00Z
      covers: sha256:00
  x-ours: secret
  ---

  Hello.

  ## Next steps

  - Sam calls.

  """
