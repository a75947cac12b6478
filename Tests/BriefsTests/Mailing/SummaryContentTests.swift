import Briefs
import Diagnostics
import Testing

struct SummaryContentTests {
  @Test func `a final summary tells the sections, what is agreed and what is not included`() {
    let content = SummaryContent(of: brief(body), kind: .final, includesTerms: true)
    #expect(
      content.sections.map(\.heading) == [
        "Current situation", "Timeline", "What we agreed", "What is not included", "Terms",
      ])
    #expect(
      content.text == """
        Current situation
        The close takes *nine* days.

        Timeline
        - Kickoff on 10 August - Go-live on 1 October ### Later Dashboards.

        What we agreed
        - Weekly report \\(CSV\\) (by 2026\\-09\\-01)

        What is not included
        - On\\-site training\\.

        Terms
        - 10\\% in year one
        """)
  }

  @Test func `a call summary is the body alone`() {
    let content = SummaryContent(of: brief(body), kind: .call, includesTerms: true)
    #expect(content.sections.map(\.heading) == ["Current situation", "Timeline"])
    #expect(
      content.sections[1].markdown
        == "- Kickoff on 10 August\n- Go-live\n  on 1 October\n\n### Later\n\nDashboards.")
  }

  @Test func `the digest is of the text`() {
    let content = SummaryContent(of: brief("\n## Timeline\n\nMay.\n"), kind: .call)
    #expect(content.text == "Timeline\nMay.")
    #expect(
      content.digest == "sha256:" + SHA256Hex.of("Timeline\nMay."))
  }

  @Test(arguments: [
    "\r\n## Timeline\r\n\r\nMay, or\r\nJune.\r\n", "## Timeline\nMay,\n   or\tJune.\n\n\n",
    "## Timeline ##\n\nMay, or\nJune.", "Timeline\n--------\nMay, or June.\n",
    "# Acme\n## Next steps\n\nNot discussed yet.\n## Timeline\nMay, or June.\n",
    "## Timeline\n<!-- ask Ana -->\nMay, or June.<!-- surely -->\n",
  ])
  func `layout, comments and undiscussed sections are no matter`(summary: String) {
    #expect(SummaryContent(of: brief(summary), kind: .call).text == "Timeline\nMay, or June.")
  }

  @Test(arguments: [
    "<div>\ninternal\n</div>\n", "<!-- internal -->", "<!-- internal", "<!-- a\n\n## internal -->",
    "[x](y \"<!-- z -->\")<!-- internal -->", "<scr<!-- internal -->ipt>", "<b<i>r>",
    "- <!-- internal -->\n", "> <!-- internal\n> internal -->",
  ])
  func `no HTML gets in`(html: String) {
    let content = SummaryContent(of: brief("## Timeline\n\nMay.\n\n\(html)"), kind: .call)
    #expect(!content.text.contains("internal"))
    let again = "## Timeline\n\n" + (content.sections.first?.markdown ?? "")
    #expect(SummaryContent(of: brief(again), kind: .call) == content)
  }

  @Test(arguments: [
    ("nine<br>days", "nine days"), ("nine<BR />days", "nine days"), ("nine<hr>days", "nine days"),
    ("ni<b>ne</b> days", "nine days"), ("ni<!-- x -->ne days", "nine days"),
    ("nine</p><p>days", "nine days"),
  ])
  func `words that HTML kept apart stay apart`(written: String, read: String) {
    let content = SummaryContent(of: brief("## Timeline\n\n\(written)\n"), kind: .call)
    #expect(content.text == "Timeline\n\(read)")
  }

  @Test func `words above the first heading stand in a section without one`() {
    let content = SummaryContent(of: brief("Dear Ana,\n\n## Timeline\n\nMay.\n"), kind: .call)
    #expect(content.sections.map(\.heading) == ["", "Timeline"])
    #expect(content.text == "\nDear Ana,\n\nTimeline\nMay.")
  }

  @Test func `withdrawn items are left out`() {
    let items = "promises:\n  - id: P1\n    text: SSO\n    withdrawn: the client has it\n"
    #expect(SummaryContent(of: brief("", items: items), kind: .final).sections.isEmpty)
  }

  private let body = """

    ## Current situation

    The close takes
    *nine* days.

    ## Business priorities

    ## Business impact

    _Not discussed yet._

    ## Timeline

    - Kickoff on 10 August
    - Go-live
      on 1 October

    ### Later

    Dashboards.

    """

  private static let items = """
    promises:
      - id: P1
        text: Weekly report  (CSV)
        due: 2026-09-01
        owner: sam@northwind.example
    exclusions:
      - id: X1
        text: On-site training.
        reason: no people
    custom_terms:
      - id: T1
        kind: pricing
        text: 10% in year one

    """

  private func brief(_ body: String, items: String = Self.items) -> Brief {
    let text = "---\nhandoff: acme\n\(items)---\n\(body)"
    guard let brief = Brief(reading: SourceText(text)) else { preconditionFailure("a brief") }
    return brief
  }
}
