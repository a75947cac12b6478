import Briefs
import Diagnostics
import Rules
import Testing

@Suite struct EvidencePlaceTests {
  @Test func `a file that is not in the repository is named, unless the policy lets it go`() throws
  {
    #expect(
      try findings(source: "E1", file: nil).map(\.message) == [
        "E1 names the file evidence/call.txt, and the repository has no such file"
      ])
    let erased = Policy(reading: SourceText(EvidencePlaceTests.erasing))
    #expect(try findings(source: "E1", file: nil, erased).isEmpty)
  }

  @Test(arguments: [
    ("E1#L2", "SSO\nAgreed.\n", []),
    ("E1#L3", "SSO\nAgreed.\n", ["P1 “SSO” names E1#L3, and E1 has 2 lines"]),
    ("E1@00:00:09", "00:01 --> 00:09\nSSO", []),
    ("E1@01:00", "00:01 --> 00:09\nSSO", ["P1 “SSO” names E1@01:00, and E1 ends at 00:00:09"]),
    ("E1@01:00", "no transcript", []), ("E1#L3", "%PDF-1.7", []),
  ])
  func `a place is one that the evidence has`(
    source: String, file: String, messages: [String]
  ) throws {
    #expect(try findings(source: source, file: file).map(\.message) == messages)
  }

  private static let erasing = """
    version: 1
    erased:
      - file: evidence/call.txt
        reason: Ana asked for it.
        by: lee@northwind.example
        on: 2026-07-01
    """

  private func findings(
    source: String, file: String?, _ policy: Policy = RuleCase.policy
  ) throws -> [Finding] {
    let text = """
      ---
      handoff: acme
      promises:
        - id: P1
          text: SSO
          source: \(source)
      evidence:
        - id: E1
          kind: call-notes
          file: evidence/call.txt
      ---

      """
    return UnresolvedReference().check(
      Subject(
        brief: try RuleCase.brief(Array(text.utf8)), path: "handoffs/acme.md", policy: policy,
        day: RuleCase.day,
        surroundings: Surroundings(
          brief: { _ in nil }, file: { _ in file.map { Array($0.utf8) } },
          hasFile: { _ in file != nil }, namesakes: { _ in [] })))
  }
}
