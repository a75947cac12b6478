import Briefs
import Diagnostics
import Testing

@Suite struct RedFlagTests {
  @Test func `red flags come by weight, each with its item and one sentence`() throws {
    let doubt = Diagnostic(
      rule: "vague-promise", severity: .warning, path: "a.md", start: Position(line: 1, column: 1),
      end: Position(line: 1, column: 2), brief: "acme", item: "P1",
      message: "P1 “Report” says “asap”", help: "", sourceLine: nil)
    let flags = RedFlag.flags(
      of: try brief(loaded), policy: policy, on: CalendarDate(dayNumber: 20_655), doubts: [doubt])
    let lines = flags.map { "\($0.kind.rawValue) \($0.item ?? "-"): \($0.sentence)" }
    #expect(
      lines == [
        "blocker R2: the risk R2 “No ERP access” stops the work",
        "contradicted-promise P2: the contract says otherwise (§ 4) than the promise P2 “SSO”",
        "uncontracted-promise P1: the contract lacks the promise P1 “Report”",
        "high-risk R1: the risk R1 “Leave in August” is high and open, and nobody owns it",
        "opposing-stakeholder S2: S2 “Bo Lind” (IT) is against it",
        "unanswered-objection O1: nobody has answered the objection O1 “Too dear”",
        "unanswered-question Q1: the question Q1 “Who owns the ERP?” by Sam Park is not answered",
        "unsettled-expectation A1: the client may consider A1 “On-site help” agreed, and nobody "
          + "has settled it",
        "custom-term T1: T1 “10% off” is a custom term (pricing)",
        "heard-promise P2: only Dana Lee heard the promise P2 “SSO”",
        "doubtful-wording P1: P1 “Report” says “asap”",
      ])
  }

  @Test func `what is settled, kept or withdrawn is no red flag`() throws {
    #expect(
      RedFlag.flags(of: try brief(settled), policy: policy, on: CalendarDate(dayNumber: 20_655))
        == [])
  }

  @Test func `a promise that a record holds too was not heard by one person alone`() throws {
    let text = loaded.replacing("source: E1\n", with: "source: [E1, E2]\n")
    let flags = RedFlag.flags(
      of: try brief(text), policy: policy, on: CalendarDate(dayNumber: 20_655))
    #expect(!flags.contains { $0.kind == .heardPromise })
  }

  private func brief(_ text: String) throws -> Brief {
    try #require(Brief(reading: SourceText(text)))
  }

  private let policy = Policy(
    source: SourceText([]),
    people: [
      Person(email: "dana@northwind.example", name: "Dana Lee"),
      Person(email: "sam@northwind.example", name: "Sam Park"),
    ])
}

private let loaded = """
  ---
  handoff: acme
  promises:
    - id: P1
      text: Report
      source: E2
      contract: missing
    - id: P2
      text: SSO
      source: E1
      contract: contradicted
      clause: § 4
  expectations:
    - id: A1
      text: On-site help
      basis: implied
  custom_terms:
    - id: T1
      kind: pricing
      text: 10% off
  stakeholders:
    - id: S1
      name: Ana Ruiz
      role: buyer
      stance: for
    - id: S2
      name: Bo Lind
      role: IT
      stance: against
  risks:
    - id: R1
      text: Leave in August
      severity: high
      status: open
    - id: R2
      text: No ERP access
      severity: low
      status: open
      blocker: true
      owner: sam@northwind.example
    - id: R3
      text: Rain
      severity: medium
      status: open
  objections:
    - id: O1
      text: Too dear
    - id: O2
      text: Too slow
      response: We showed the pilot.
  questions:
    - id: Q1
      text: Who owns the ERP?
      by: sam@northwind.example
      at: 2026-07-18T10:00:00Z
  evidence:
    - id: E1
      kind: spoken
      by: dana@northwind.example
      date: 2026-07-01
      text: On the phone
    - id: E2
      kind: call-notes
      url: https://docs.example/call
  ---

  """

private let settled = """
  ---
  handoff: acme
  promises:
    - id: P1
      text: Report
      source: E2
      contract: missing
      state: kept
    - id: P2
      text: SSO
      source: E2
      contract: matched
    - id: P3
      text: Training
      contract: missing
      withdrawn: Not wanted.
  expectations:
    - id: A1
      text: On-site help
      basis: implied
      settled: "declined: on the phone"
  custom_terms: []
  stakeholders:
    - id: S1
      name: Ana Ruiz
      role: buyer
      stance: neutral
  risks:
    - id: R1
      text: Leave in August
      severity: high
      status: mitigated
    - id: R2
      text: No ERP access
      severity: high
      status: closed
      blocker: true
      settled: Access is there.
  objections:
    - id: O1
      text: Too slow
      response: We showed the pilot.
  questions:
    - id: Q1
      text: Who owns the ERP?
      by: sam@northwind.example
      at: 2026-07-18T10:00:00Z
      answer: Ana does.
  evidence:
    - id: E2
      kind: call-notes
      url: https://docs.example/call
  ---

  """
