import Briefs
import Diagnostics
import Testing

@Suite struct BriefReadingTests {
  @Test func `every fault is found at once, each at its own place`() throws {
    let brief = try read(
      """
      handoff: acme-onboarding
      status: drafty
      exclusons:
        - id: X1
      promises:
        - id: P1
          text: Support tier #1 included
          due: soon
      """)
    #expect(
      brief.found == [
        "3:9 invalid-value", "4:1 unknown-field", "8:24 truncated-text", "9:10 invalid-value",
      ])
  }

  @Test func `one bad item does not hide the rest`() throws {
    let brief = try read(
      """
      handoff: acme-onboarding
      promises:
        - id: P1
          text: "Quick" reports
          due: 2026-09-01
        - id: P2
          text: SSO
      exclusions:
        - id: X1
          text: Support: 24/7
        - id: X2
          text: On-site training
      """)
    #expect(brief.found == ["5:19 invalid-front-matter", "11:18 invalid-front-matter"])
    #expect(brief.items.map(\.id) == ["P1", "P2", "X1", "X2"])
    #expect(brief.item("P1")?.string(.due) == "2026-09-01")
    #expect(!brief.isSound)
  }

  @Test func `values stay the text that was typed`() throws {
    let brief = try read(
      """
      account: NO
      goal: 0123
      no_kickoff: ~
      """)
    #expect(brief.fields.string(.account) == "NO")
    #expect(brief.fields.string(.goal) == "0123")
    #expect(brief.fields.string(.noKickoff) == "~")
  }

  @Test(arguments: [
    "a: &x 1", "a: *x", "a: !!str 1", "? [a]\n: 1", "<<: 1", "handoff: a\nhandoff: b", "%YAML 1.2",
    "goal: x\u{2028}status: accepted", "goal: x\u{202E}", "[a, b]", "just words",
    "deal: [[[[", "goal: x\n...",
  ])
  func `what is not the plain subset is refused`(frontMatter: String) throws {
    let brief = try read(frontMatter)
    #expect(brief.findings.contains { $0.rule == "invalid-front-matter" })
    #expect(!brief.isSound)
  }

  private func read(_ frontMatter: String) throws -> Brief {
    try #require(Brief(reading: SourceText("---\n" + frontMatter + "\n---\n")))
  }
}

extension Brief {
  fileprivate var found: [String] {
    findings.sorted { $0.span.lowerBound < $1.span.lowerBound }.map { finding in
      let position = source.position(at: finding.span.lowerBound)
      return "\(position.line):\(position.column) \(finding.rule)"
    }
  }
}
