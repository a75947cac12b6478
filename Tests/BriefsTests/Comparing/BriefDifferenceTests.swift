import Briefs
import Diagnostics
import Testing

@Suite struct BriefDifferenceTests {
  struct Row: CustomTestStringConvertible {
    let testDescription: String
    let old: String
    let new: String
    let expected: [String]

    init(_ name: String, _ old: String, _ new: String, _ expected: [String]) {
      (testDescription, self.old, self.new, self.expected) = (name, old, new, expected)
    }
  }

  @Test(arguments: [
    Row(
      "a rewording is a change", "exclusions:\n- id: X1\n  text: Dashboards beyond the report",
      "exclusions:\n- id: X1\n  text: Dashboards except the report",
      ["X1 text: Dashboards [-beyond-] {+except+} the report"]),
    Row(
      "fields of the brief and of its blocks",
      "goal: Close in three days\nfirst_milestone:\n  text: Kickoff\n  due: 2026-08-10",
      "first_milestone:\n  due: 2026-08-11\n  text: Kickoff\naccount: Acme",
      [
        "account: {+Acme+}", "goal: [-Close in three days-]",
        "first_milestone.due: [-2026-08-10-] {+2026-08-11+}",
      ]),
    Row(
      "layout is no difference",
      "goal: Close the month\npromises:\n- id: P1\n  text: SSO by May\n  bounded_by: [X1, X2]",
      """
      # comment
      promises:

        - bounded_by:
            - X2
            - X1
          text: "SSO
            by May"   # why
          owner:
          id: 'P1'
      goal: >
        Close
        the month
      """, []),
    Row(
      "the order of items is no difference", "risks:\n- id: R1\n  text: A\n- id: R2\n  text: B",
      "risks:\n- id: R2\n  text: B\n- id: R1\n  text: A", []),
    Row("an addition", "risks: []", "risks:\n- id: R1\n  text: Leave", ["+ R1 “Leave”"]),
    Row(
      "nothing said of a list", "risks: []\nobjections:", "objections: none",
      ["risks: unsaid", "objections: none"]),
    Row(
      "a withdrawal", "promises:\n- id: P1\n  text: SSO",
      "promises:\n- id: P1\n  text: SSO\n  withdrawn: not needed", ["P1 withdrawn: not needed"]),
    Row(
      "a change of id is a drop", "exclusions:\n- id: X1\n  text: On-site  training",
      "exclusions:\n- id: X9\n  text: On-site training",
      ["- X1 gone, now exclusions X9", "+ X9 “On-site training”"]),
    Row(
      "a lost id is a drop", "exclusions:\n- id: X1\n  text: Training",
      "exclusions:\n- Training", ["- X1 gone, now exclusions Training", "+ “Training”"]),
    Row(
      "another list is a drop", "exclusions:\n- id: X1\n  text: Training",
      "sensitivities:\n- id: X1\n  text: No training",
      ["- X1 gone, now sensitivities X1", "+ X1 “No training”"]),
    Row(
      "an item that never had words is dropped with its id", "risks:\n- id: R1\n  text: tbd",
      "risks: []", ["- R1 gone"]),
    Row(
      "an item without words may be filled in", "risks:\n- id: R1\n  text: tbd",
      "risks:\n- id: R1\n  text: Leave", ["R1 text: [-tbd-] {+Leave+}"]),
    Row(
      "a file in place of an address", "evidence:\n- id: E1\n  file:\n  url: https://a.example/x",
      "evidence:\n- id: E1\n  file: evidence/x.md",
      ["E1 file: {+evidence/x.md+}, url: [-https://a.example/x-]"]),
    Row(
      "words that get an id are still there", "promises:\n- Weekly report",
      "promises:\n- id: P1\n  text: Weekly report\n  due: 2026-09-01",
      ["Weekly report is P1 due: {+2026-09-01+}"]),
    Row(
      "words that go are a drop", "promises:\n- Weekly report\n- SSO", "promises:\n- SSO",
      ["- Weekly report gone"]),
    Row(
      "one of two items with one id gets its own",
      "promises:\n- id: P1\n  text: A\n- id: P1\n  text: B",
      "promises:\n- id: P2\n  text: A\n- id: P1\n  text: B", ["P1 is P2"]),
    Row(
      "of two items with one id both must stay",
      "promises:\n- id: P1\n  text: A\n- id: P1\n  text: B",
      "promises:\n- id: P1\n  text: B", ["- P1 gone"]),
    Row(
      "an inferred promise of a draft becomes an expectation",
      "status: draft\npromises:\n- id: P1\n  text: SSO\n  confidence: inferred",
      "status: draft\nexpectations:\n- id: A1\n  text: SSO\n  basis: implied",
      ["P1 moved to expectations A1 confidence: [-inferred-]"]),
    Row(
      "a stated promise becomes no expectation",
      "status: draft\npromises:\n- id: P1\n  text: SSO\n  confidence: stated",
      "status: draft\nexpectations:\n- id: A1\n  text: SSO\n  basis: implied",
      ["- P1 gone, now expectations A1", "+ A1 “SSO”"]),
    Row(
      "a promise under review becomes no expectation",
      "status: review\npromises:\n- id: P1\n  text: SSO\n  confidence: inferred",
      "status: review\nexpectations:\n- id: P1\n  text: SSO\n  basis: implied",
      ["- P1 gone, now expectations P1", "+ P1 “SSO”"]),
    Row(
      "a renewed approval drops the old one",
      "approvals:\n- role: sales\n  by: dana@n.example\n  at: 2026-07-20T10:00:00Z\n  covers: a",
      "approvals:\n- role: sales\n  by: dana@n.example\n  at: 2026-07-21T10:00:00Z\n  covers: a",
      ["- a gone", "+ “a”"]),
    Row(
      "an email's answer is a change", "emails:\n- kind: final\n  body: b\n  sent: 2026-07-20",
      "emails:\n- kind: final\n  body: b\n  sent: 2026-07-20\n  message_id: m\n  reply: confirmed",
      ["b message_id: {+m+}, reply: {+confirmed+}"]),
    Row(
      "an email sent again does not replace the first",
      "emails:\n- kind: final\n  body: b\n  message_id: m",
      "emails:\n- kind: final\n  body: b\n  message_id: n", ["- b gone", "+ “b”"]),
  ])
  func `each kind of change is told apart`(row: Row) throws {
    #expect(try difference(row.old, row.new) == row.expected)
  }

  @Test(arguments: [
    "", "\"-\"", "'?'", "n/a", "None", "TBD", "todo", "\"\"", "\" \u{A0}\"", "\"\u{200B}\"",
    "\"\u{AD}\u{FEFF}\"", "# words",
  ])
  func `an item whose words are gone is dropped`(blank: String) throws {
    let old = "exclusions:\n- id: X1\n  text: Training"
    #expect(
      try difference(old, "exclusions:\n- id: X1\n  text: \(blank)") == ["- X1 blank"])
  }

  @Test func `a file that can no longer be read loses every item`() throws {
    let old = "promises:\n- id: P1\n  text: A\nexclusions:\n- id: X1\n  text: B"
    #expect(
      try difference(old, old + "\ngoal: \"open") == ["- P1 unreadable", "- X1 unreadable"])
    #expect(try difference(old + "\ngoal: \"open", old).allSatisfy { !$0.hasPrefix("-") })
  }

  @Test func `the summary is compared by its words`() throws {
    let old = try #require(Brief(reading: SourceText("---\ngoal: a\n---\n\nClose by May.\n")))
    let new = try #require(Brief(reading: SourceText("---\ngoal: a\n---\n\nClose by June.\n")))
    let crlf = "---\r\ngoal: a\r\n---\r\n\r\nClose by May.\r\n"
    let windows = try #require(Brief(reading: SourceText(crlf)))
    #expect(BriefDifference(from: old, to: new).lines == ["body: Close by [-May.-] {+June.+}"])
    #expect(BriefDifference(from: old, to: windows).isEmpty)
  }
}
