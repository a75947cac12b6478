import Briefs
import Diagnostics
import Rules
import Testing

@Suite struct ClientRulesTests {
  @Test func `the digests in the examples are those of the brief that they change`() throws {
    let brief = try brief("")
    #expect(SummaryContent(of: brief, kind: .final).digest == AcmeSummary.final)
    #expect(SummaryContent(of: brief, kind: .call).digest == AcmeSummary.call)
  }

  @Test(arguments: [
    ("confirmed with the terms", "reply: confirmed", true, []),
    ("a promise that changed since", "reply: confirmed", false, ["unconfirmed-summary"]),
  ])
  func `an answer is one to the words as they are`(
    _ what: String, answer: String, isSame: Bool, expected: [String]
  ) throws {
    let content = SummaryContent(of: try brief(""), kind: .final, includesTerms: true)
    let change = isSame ? "" : "exclusions:\n  - id: X1\n    text: Other.\n    source: E2#L40\n"
    let emails = "emails:\n  - kind: final\n    body: \(content.digest)\n    sent: 2026-07-20\n"
    #expect(findings(try brief(change + emails + "    " + whole(answer))) == expected, "\(what)")
  }

  @Test func `going back to what was confirmed once confirms nothing`() throws {
    let emails =
      record(sent: "2026-07-01", "reply: confirmed")
      + record(AcmeSummary.call, sent: "2026-07-02", "reply: corrected")
    #expect(findings(try brief("emails:\n" + emails)) == ["unconfirmed-summary"])
    #expect(
      findings(try brief("emails:\n" + emails + record(sent: "2026-07-20"))) == [
        "unconfirmed-summary"
      ])
    #expect(
      findings(
        try brief("emails:\n" + emails + record(sent: "2026-07-20", "reply: confirmed"))) == [])
  }

  @Test func `a policy decides what silence means`() throws {
    let sent = record(sent: "2026-07-01") + record(sent: "2026-07-08")
    let excuse = "reply: none\n    replied: 2026-07-20\n    note: On leave."
    let by = excuse + "\n    replied_by: noor@northwind.example"
    let excused = record(sent: "2026-07-01") + record(sent: "2026-07-08", by)
    #expect(findings(try brief("emails:\n" + sent)) == ["unconfirmed-summary"])
    #expect(findings(try brief("emails:\n" + excused)) == [])
    #expect(findings(try brief("emails:\n" + excused), .required) == ["unconfirmed-summary"])
    #expect(findings(try brief(""), .optional) == [])
    let early = record(sent: "2026-07-01") + record(sent: "2026-07-17", by)
    #expect(findings(try brief("emails:\n" + early)) == ["unconfirmed-summary"])
    let another = by.replacing("noor", with: "dana")
    #expect(
      findings(
        try brief("emails:\n" + record(sent: "2026-07-01") + record(sent: "2026-07-08", another)))
        == ["unconfirmed-summary"])
  }

  @Test func `a correction that says too little is not passed over`() throws {
    let confirmed = "emails:\n" + record(sent: "2026-07-13", "reply: confirmed")
    #expect(findings(try brief(confirmed)) == [])
    let corrected = record(sent: "2026-07-20") + "    reply: corrected\n"
    #expect(findings(try brief(confirmed + corrected)) == ["unconfirmed-summary"])
  }

  @Test func `who comes to us later has answered for the client`() throws {
    let answered = try brief(
      "emails:\n"
        + record(sent: "2026-07-13", "reply: confirmed").replacing(
          "ana@acme.example", with: "noor@northwind.example"))
    func rules(after previous: [Brief]) -> [String] {
      InvalidValue().check(
        Subject(
          brief: answered, path: "a.md", previous: previous, policy: RuleCase.policy,
          day: RuleCase.day)
      ).map(\.rule)
    }
    #expect(rules(after: []) == ["invalid-value"])
    #expect(rules(after: [try brief("")]) == ["invalid-value"])
    #expect(rules(after: [answered]) == [])
  }

  @Test func `once started the summary may go on, but what was agreed may not`() throws {
    let confirmed = "emails:\n" + record(sent: "2026-07-20", "reply: confirmed")
    let before = try brief("status: started\n" + confirmed)
    let told = try brief("status: started\n" + confirmed + "## Timeline\n\nLive since October.\n")
    #expect(findings(told, after: [before]) == [])
    #expect(
      findings(told, after: [try brief("status: accepted\n" + confirmed)]) == [
        "unconfirmed-summary"
      ])
    let reworded = try brief(
      "status: started\nexclusions:\n  - id: X1\n    text: Other.\n    source: E2#L40\n"
        + confirmed)
    #expect(findings(reworded, after: [before]) == ["unconfirmed-summary"])
  }

  @Test func `a brief taken over as started needs no answer`() throws {
    let policy = Policy(
      source: SourceText(""), people: RuleCase.policy.people,
      imported: [
        Policy.Takeover(
          id: "acme-onboarding", status: .started, by: "lee@northwind.example", on: nil)
      ])
    let subject = Subject(
      brief: try brief("status: started"), path: "a.md", policy: policy, day: RuleCase.day)
    #expect(UnconfirmedSummary().check(subject).isEmpty)
    #expect(MissingIntroduction().check(subject).isEmpty)
  }

  private func findings(
    _ brief: Brief, _ confirmation: Policy.Confirmation = .requested, after previous: [Brief] = []
  ) -> [String] {
    let policy = Policy(
      source: SourceText(""), people: RuleCase.policy.people, clientConfirmation: confirmation)
    return UnconfirmedSummary().check(
      Subject(
        brief: brief, path: "a.md", previous: previous, policy: policy, day: RuleCase.day)
    ).map(\.rule)
  }

  private func record(
    _ body: String = AcmeSummary.final, sent: String, _ answer: String = ""
  ) -> String {
    "  - kind: final\n    body: \(body)\n    sent: \(sent)\n"
      + (answer.isEmpty ? "" : "    \(whole(answer, sent))\n")
  }

  /// An answer by Ana with all that a record says of it; the receiver's own word stays as it is.
  private func whole(_ answer: String, _ day: String = "2026-07-20") -> String {
    if answer.contains("none") { return answer }
    return answer + "\n    replied: \(day)\n    replied_by: ana@acme.example\n    how: meeting"
  }

  private func brief(_ fragment: String) throws -> Brief {
    try RuleCase.brief(Array(Scaffold.file(fragment).utf8))
  }
}
