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
    let emails =
      "emails:\n  - kind: final\n    body: \(content.digest)\n    sent: 2026-07-20\n"
      + "    to: [ana@acme.example]\n"
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

  @Test(arguments: [
    ("ana@acme.example", []), ("joe@acme.example", []), ("ANA@acme.example", []),
    ("evil@x.example", ["unconfirmed-summary"]), ("joe@mail.acme.example", ["unconfirmed-summary"]),
    ("dana+1@northwind.example", ["unconfirmed-summary"]),
    ("new@northwind.example", ["unconfirmed-summary"]),
  ])
  func `only whom the brief knows as the client's answers for them`(
    _ address: String, expected: [String]
  ) throws {
    let answered = record(sent: "2026-07-20", "reply: confirmed")
      .replacing("replied_by: ana@acme.example", with: "replied_by: \(address)")
      .replacing("[ana@acme.example]", with: "[ana@acme.example, \(address)]")
    #expect(findings(try brief("emails:\n" + answered)) == expected)
  }

  @Test func `at a public mail host only the very address is the client's`() throws {
    let ana =
      "stakeholders:\n  - id: S1\n    name: Ana\n    role: buyer\n    email: ana@gmail.com\n"
    let answered = "emails:\n" + record(sent: "2026-07-20", "reply: confirmed")
    let own = answered.replacing("ana@acme.example", with: "ana@gmail.com")
    #expect(findings(try brief(ana + own)) == [])
    let others = own.replacing("replied_by: ana@", with: "replied_by: eve@")
    #expect(findings(try brief(ana + others)) == ["unconfirmed-summary"])
  }

  @Test(arguments: [
    "", "    to: []\n", "    to: [sam@northwind.example]\n", "    to: [e@x.example]\n",
  ])
  func `a summary that went to nobody of the client's is not answered`(_ to: String) throws {
    let answered = record(sent: "2026-07-20", "reply: confirmed")
      .replacing("    to: [ana@acme.example]\n", with: to)
    #expect(findings(try brief("emails:\n" + answered)) == ["unconfirmed-summary"])
    let excuse =
      "reply: none\n    replied: 2026-07-20\n    note: Away.\n    replied_by: sam@northwind.example"
    let silent = record(sent: "2026-07-01") + record(sent: "2026-07-08", excuse)
    #expect(findings(try brief("emails:\n" + silent)) == [])
    let first = record(sent: "2026-07-01").replacing("    to: [ana@acme.example]\n", with: to)
    #expect(
      findings(try brief("emails:\n" + first + record(sent: "2026-07-08", excuse))) == [
        "unconfirmed-summary"
      ])
  }

  @Test func `an answer by email is kept as an email`() throws {
    let answered = record(sent: "2026-07-20", "reply: confirmed")
      .replacing("how: meeting", with: "how: email\n    evidence: E9")
    #expect(findings(try brief("emails:\n" + answered)) == ["unconfirmed-summary"])
    func evidence(_ kind: String, _ file: String) -> String {
      "evidence:\n  - id: E9\n    kind: \(kind)\n    file: evidence/acme/\(file)\n"
    }
    for (kind, file, expected) in [
      ("email", "a.eml", []), ("email", "a.txt", ["unconfirmed-summary"]),
      ("call-notes", "a.eml", ["unconfirmed-summary"]),
    ] {
      #expect(
        findings(try brief("emails:\n" + answered + evidence(kind, file))) == expected, "\(file)")
    }
  }

  @Test func `who excuses a silent client commits it, and is the receiver`() throws {
    let excuse =
      "reply: none\n    replied: 2026-07-20\n    note: Away.\n    replied_by: sam@northwind.example"
    let sent = record(sent: "2026-07-01")
    let before = try brief("emails:\n" + sent + record(sent: "2026-07-08"))
    let after = try brief("emails:\n" + sent + record(sent: "2026-07-08", excuse))
    func unproven(_ author: String, _ previous: Brief) -> [String] {
      UnprovenApproval().check(
        Subject(
          brief: after, path: "a.md", previous: [previous], policy: RuleCase.policy,
          day: RuleCase.day, author: author + "@northwind.example")
      ).map(\.rule)
    }
    #expect(unproven("sam", before) == [])
    #expect(unproven("dana", before) == ["unproven-approval"])
    #expect(unproven("dana", after) == [])
    let others = try brief(
      "status: started\nemails:\n" + sent
        + record(sent: "2026-07-08", excuse.replacing("sam@", with: "dana@")))
    let started = try brief("status: started\nemails:\n" + sent + record(sent: "2026-07-08"))
    #expect(findings(others, after: [started]) == ["unconfirmed-summary"])
    #expect(findings(others, after: [others]) == [])
  }

  @Test func `once started other words of the summary can be sent, corrected and mended`() throws {
    let confirmed = "status: started\nemails:\n" + record(sent: "2026-07-13", "reply: confirmed")
    let timeline = "## Timeline\n\nLive since October.\n"
    let told = try brief(confirmed + timeline)
    let digest = SummaryContent(of: told, kind: .final).digest
    let sent = try brief(confirmed + record(digest, sent: "2026-07-20") + timeline)
    #expect(findings(sent, after: [told]) == [])
    #expect(findings(sent, after: [sent]) == [])
    let corrected = try brief(
      confirmed + record(digest, sent: "2026-07-20", "reply: corrected") + timeline)
    #expect(findings(corrected, after: [sent]) == [])
    #expect(findings(corrected, after: [corrected]) == ["unconfirmed-summary"])
    let mended = try brief(
      confirmed + record(digest, sent: "2026-07-20", "reply: corrected")
        + "## Timeline\n\nLive since November.\n")
    #expect(findings(mended, after: [corrected]) == [])
    let accepted = try brief("status: accepted\n" + timeline)
    #expect(findings(sent, after: [accepted]) == ["unconfirmed-summary"])
  }

  @Test func `a changed summary of a started brief is to be sent as a final one`() throws {
    let told = try brief(
      "status: started\nemails:\n" + record(sent: "2026-07-13", "reply: confirmed")
        + "## Timeline\n\nLive since October.\n")
    let found = UnsentSummary().check(
      Subject(brief: told, path: "a.md", policy: RuleCase.policy, day: RuleCase.day))
    #expect(found.count == 1)
    #expect(found.first?.help.contains("handoff email send acme-onboarding --kind final`") ?? false)
  }

  @Test func `a message is on record once`() throws {
    let id = "    message_id: <a@b.example>\n"
    let twice = try brief(
      "emails:\n" + record(sent: "2026-07-01") + id + record(sent: "2026-07-08") + id)
    func found(after previous: [Brief]) -> [String] {
      InvalidValue().check(
        Subject(
          brief: twice, path: "a.md", previous: previous, policy: RuleCase.policy, day: RuleCase.day
        )
      ).map(\.message)
    }
    #expect(found(after: [try brief("")]).count == 1)
    #expect(found(after: [twice]) == [])
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
    "  - kind: final\n    body: \(body)\n    sent: \(sent)\n    to: [ana@acme.example]\n"
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
