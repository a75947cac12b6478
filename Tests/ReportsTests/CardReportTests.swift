import Briefs
import Diagnostics
import Reports
import TestSupport
import Testing

@Suite struct CardReportTests {
  @Test(arguments: DocumentFormat.allCases)
  func `a card`(format: DocumentFormat) throws {
    expectSnapshot(
      try report(text).rendered(as: format, isColored: false), named: format.rawValue)
  }

  @Test func `the sample's card fits on a screen`() throws {
    let tests = #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined()
    let sample = try #require(readFile(tests + "/Samples/borealis-delivery.md"))
    let brief = try #require(Brief(reading: SourceText(sample)))
    let card = CardReport(name: "borealis", brief: brief, policy: policy)
      .rendered(as: .text, isColored: false)
    #expect(card.split(separator: "\n", omittingEmptySubsequences: false).count <= 45)
  }

  private func report(_ text: String) throws -> CardReport {
    CardReport(
      name: "acme", brief: try #require(Brief(reading: SourceText(text))), policy: policy)
  }

  private let policy = Policy(
    source: SourceText([]),
    people: [
      Person(email: "dana@northwind.example", name: "Dana Lee"),
      Person(email: "sam@northwind.example", name: "Sam Park"),
    ])
}

private let text = """
  ---
  handoff: acme
  type: ae-to-support
  status: review
  account: Acme GmbH
  from: dana@northwind.example
  to: sam@northwind.example
  goal: Close the month in three days.
  kickoff: 2026-08-10
  promises:
    - id: P1
      text: Weekly report
      due: 2026-09-01
      confidence: confirmed
      bounded_by: [X1]
    - id: P2
      text: SSO
      confidence: inferred
  exclusions:
    - id: X1
      text: Dashboards
    - id: X2
      text: Training
  expectations:
    - id: A1
      text: On-site help
      basis: assumed
  stakeholders:
    - id: S1
      name: Ana Ruiz
      role: economic buyer
    - id: S2
      name: Bo Lind
      role: IT
      stance: against
      notes: Wants his own tool.
  success_criteria:
    - id: M1
      metric: days to close
      baseline: "9"
      target: "3"
      by: 2026-12-31
  objections:
    - id: O1
      text: Too dear
      response: We showed the pilot.
    - id: O2
      text: Too slow
  sensitivities:
    - id: N1
      text: The last project failed.
    - id: N2
      text: Two.
    - id: N3
      text: Three.
    - id: N4
      text: Four.
    - id: N5
      text: Five.
  questions:
    - id: Q1
      text: Who owns the ERP?
      by: sam@northwind.example
      at: 2026-07-18T10:00:00Z
  meeting:
    on: 2026-07-25
    objective: Agree on security
  support:
    - id: U1
      person: sam@northwind.example
      kind: engineer
      role: answers on security
      needed: Two answers
      not_needed: A pitch
  ---

  ## Current situation

  Acme closes in nine days.

  ## Business priorities

  - Close faster
  - One report

  ## Next steps

  Not discussed yet.

  """
