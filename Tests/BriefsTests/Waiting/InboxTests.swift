import Briefs
import Diagnostics
import Testing

@Suite struct InboxTests {
  @Test func `a draft waits for its sender, who hears how much is missing`() throws {
    #expect(
      try tasks("status: draft") == [
        "submit Dana Lee: a draft with all that it needs: hand it over → handoff submit acme"
      ])
    #expect(
      try tasks("status: draft", obstacles: ["missing-field", "missing-section"]) == [
        "write Dana Lee: a draft; 2 things are missing before it can be submitted "
          + "→ handoff checklist acme"
      ])
  }

  @Test func `a return waits for the sender's answer, then for a new hand-over`() throws {
    let returned = """
      status: returned
      returns:
        - id: B1
          by: sam@northwind.example
          at: 2026-07-18T10:00:00Z
          reasons: [missing-exclusion]
          note: Training?
      """
    #expect(
      try tasks(returned) == [
        "answer-return Dana Lee: returned by Sam Park (missing-exclusion), “Training?”: mend it "
          + "and say how since 2026-07-18 → handoff answer acme/B1 \"…\""
      ])
    #expect(
      try tasks(returned + "\n    answer: X2 has it.") == [
        "submit Dana Lee: returned with all that it needs: hand it over → handoff submit acme"
      ])
  }

  @Test func `a brief in review waits for everybody who has not approved it`() throws {
    #expect(
      try tasks("status: review\nkickoff: 2026-07-19" + term) == [
        "approve Dana Lee: the sales approval is missing → handoff approve acme --role sales",
        "review Sam Park: Dana Lee hands it over: read it, then accept or return it overdue "
          + "2026-07-19 → handoff review acme",
        "approve Lee Ono: the pricing approval is missing → handoff approve acme --role pricing",
        "send Dana Lee: the client has not got the final summary "
          + "→ handoff email send acme --kind final",
      ])
  }

  @Test func `words that changed wait for those who approved them`() throws {
    let lines = try tasks("status: review" + term + approval("sales") + approval("pricing"))
    #expect(
      lines.filter { !$0.hasPrefix("review") && !$0.hasPrefix("send") } == [
        "approve-again Dana Lee: the words changed since Dana Lee approved them as sales since "
          + "2026-07-15 → handoff approve acme --role sales",
        "approve Lee Ono: the pricing approval by Dana Lee does not count "
          + "→ handoff approve acme --role pricing",
      ])
  }

  @Test func `an SDR's brief waits for the AE until the day before the meeting`() throws {
    let inbox = try inbox(
      "type: sdr-to-ae\nstatus: review\nmeeting:\n  on: 2026-07-22\n  objective: Scope",
      viewedBy: "sam@northwind.example")
    #expect(inbox.mine.map(\.task.kind) == [.review])
    #expect(inbox.mine.first?.task.due?.description == "2026-07-21")
    #expect(inbox.mine.first?.task.isOverdue == false)
  }

  @Test func `a question waits for whom it is put to, else for the sender`() throws {
    let questions = """
      status: draft
      questions:
        - id: Q1
          text: Who owns the ERP?
          by: sam@northwind.example
          at: 2026-07-10T10:00:00Z
          to: ana@acme.example
        - id: Q2
          text: Which month?
          by: sam@northwind.example
          at: 2026-07-20T10:00:00Z
      stakeholders:
        - id: S1
          name: Ana Ruiz
          role: buyer
          email: ana@acme.example
      """
    #expect(
      try tasks(questions).dropFirst() == [
        "answer Ana Ruiz: Sam Park asks: “Who owns the ERP?” since 2026-07-10 overdue 2026-07-14 "
          + "→ handoff answer acme/Q1 \"…\"",
        "answer Dana Lee: Sam Park asks: “Which month?” since 2026-07-20 due 2026-07-22 "
          + "→ handoff answer acme/Q2 \"…\"",
      ])
  }

  @Test func `an accepted brief waits for the receiver, with what holds it up`() throws {
    let lines = try tasks("type: ae-to-support\nstatus: accepted", obstacles: ["open-blocker"])
    #expect(
      lines == [
        "start Sam Park: accepted; 1 thing holds up the start: about open-blocker "
          + "→ handoff checklist acme"
      ])
    #expect(
      try tasks("type: ae-to-support\nstatus: accepted")
        == ["start Sam Park: accepted: begin the work → handoff start acme"])
  }

  @Test func `a started brief waits for its last step and for what is late`() throws {
    let lines = try tasks(
      """
      status: started
      first_milestone:
        text: Kickoff
        owner: noor@northwind.example
        due: 2026-07-19
        status: planned
      promises:
        - id: P1
          text: SSO
          due: 2026-07-01
      requirements:
        - id: I1
          text: ERP access
          owner: ana@acme.example
          due: 2026-07-02
      waivers:
        - id: W1
          rule: vague-promise
          reason: Agreed.
          by: lee@northwind.example
          until: 2026-07-03
      """)
    #expect(
      lines.filter { !$0.hasPrefix("approve") } == [
        "finish Noor Haddad: the first milestone “Kickoff” is due on 2026-07-19 overdue 2026-07-19 "
          + "→ handoff finish acme --done-on DAY",
        "introduce Dana Lee: the client does not know yet who takes over: introduce them "
          + "→ handoff email introduce acme",
        "promise Sam Park: the promise P1 “SSO” was due on 2026-07-01 overdue 2026-07-01 "
          + "→ handoff set acme/P1 state kept",
        "requirement Ana: the requirement I1 “ERP access” was due on 2026-07-02 "
          + "overdue 2026-07-02 → handoff set acme/I1 status done",
        "waiver Lee Ono: the waiver W1 “Agreed.” from vague-promise ran out on 2026-07-03 overdue "
          + "2026-07-03 → handoff withdraw acme/W1 --reason \"…\"",
      ])
  }

  @Test func `a silent client is reminded once, then the receiver decides`() throws {
    let once = "status: accepted\n" + emails("2026-07-06")
    #expect(
      try client(once) == [
        "remind Dana Lee: the client has not answered the final summary of 2026-07-06: remind "
          + "them once since 2026-07-06 overdue 2026-07-09 → handoff email send acme --kind final"
      ])
    let twice = "status: accepted\n" + emails("2026-07-06", "2026-07-13")
    #expect(
      try client(twice) == [
        "start Sam Park: the client has not answered the final summary, though reminded: say why "
          + "the work may start, or wait since 2026-07-13 overdue 2026-07-16 "
          + "→ handoff start acme --unconfirmed \"…\""
      ])
    let early = "status: review\n" + emails("2026-07-06", "2026-07-13")
    #expect(
      try client(early) == [
        "remind Dana Lee: the client has not answered the final summary of 2026-07-13, though "
          + "reminded: call them since 2026-07-13 overdue 2026-07-16 "
          + "→ handoff email reply acme --how phone --by ADDRESS"
      ])
  }

  @Test func `a client's correction waits for the sender`() throws {
    let corrected =
      "status: accepted\n" + emails("2026-07-15")
      + "    reply: corrected\n    replied: 2026-07-16\n    replied_by: ana@acme.example\n"
      + "    how: chat\n    note: It is 2 October.\n"
    #expect(
      try client(corrected) == [
        "correct Dana Lee: the client corrected the final summary, “It is 2 October.”: change it "
          + "and send it again since 2026-07-16 → handoff email send acme --kind final"
      ])
    let confirmed = corrected.replacing("corrected", with: "confirmed")
    #expect(try client(confirmed) == [])
    #expect(
      try client(confirmed.replacing("status: accepted", with: "status: accepted\ngoal: More."))
        == [])
  }

  /// The tasks that have to do with the summary.
  private func client(_ fields: String) throws -> [String] {
    try tasks(fields).filter { line in
      ["send", "remind", "correct", "start Sam Park: the client"].contains { line.hasPrefix($0) }
    }
  }

  /// Records of a final summary without words, sent on some days.
  private func emails(_ days: String...) -> String {
    let body = "sha256:" + SHA256Hex.of("")
    return "emails:\n"
      + days.map {
        "  - kind: final\n    body: \(body)\n    sent: \($0)\n    to: [ana@acme.example]\n"
      }
      .joined()
  }

  @Test func `nobody can give an approval: that is said, with what to do`() throws {
    let lines = try tasks(
      "status: review\ncustom_terms:\n  - id: T1\n    kind: legal\n    text: Notice")
    #expect(
      lines.contains(
        "approve Lee Ono: the legal approval is missing; nobody on the roster has the role legal: "
          + "Lee Ono gives it in handoff.yaml → handoff checklist acme"), "\(lines)")
  }

  @Test func `the introduction waits for the final summary and its answer`() throws {
    let unsent = try tasks("status: accepted").filter { !$0.hasPrefix("approve") }
    #expect(!unsent.contains { $0.hasPrefix("introduce") }, "\(unsent)")
    let sent = try tasks("status: accepted\n" + emails("2026-07-20"))
    #expect(
      sent.contains(
        "introduce Dana Lee: once the client has answered the final summary, introduce whoever "
          + "takes over since 2026-07-20 → handoff email reply FILE"), "\(sent)")
    let answered = try tasks(
      "status: accepted\n" + emails("2026-07-17")
        + "    reply: confirmed\n    replied: 2026-07-18\n    replied_by: ana@acme.example\n"
        + "    how: phone\n")
    #expect(answered.contains { $0.hasSuffix("→ handoff email introduce acme") }, "\(answered)")
  }

  @Test func `a support brief waits for the debriefs`() throws {
    let support = """
      type: ae-to-support
      status: started
      support:
        - id: U1
          person: noor@northwind.example
          kind: engineer
          role: answers on security
          needed: Two answers
          not_needed: A pitch
      """
    #expect(
      try tasks(support) == [
        "debrief Noor Haddad: say how the support went → handoff set acme/U1 debrief \"…\""
      ])
    #expect(
      try tasks(support + "\n    debrief: Went well.") == [
        "finish Sam Park: everybody in support has said how it went: end it → handoff finish acme"
      ])
  }

  @Test func `what is over waits for nobody`() throws {
    #expect(try tasks("status: done") == [])
    #expect(try tasks("status: cancelled") == [])
  }

  @Test func `who has left is waited for no longer`() throws {
    let left = policy(danaLeaves: CalendarDate("2026-07-01"))
    let brief = try waiting("status: draft", [])
    #expect(try brief.tasks(policy: left, on: today).map(\.who) == ["Pat Roe"])
  }

  @Test func `a stand-in sees what they stand in for, said as such`() throws {
    let inbox = try inbox("status: review", viewedBy: "noor@northwind.example")
    #expect(inbox.mine.map(\.task.kind) == [.review])
    #expect(inbox.mine.first?.part == .standIn("Sam Park"))
    #expect(inbox.others.map(\.task.kind) == [.approve, .send])
    #expect(inbox.others.map(\.task.who) == ["Dana Lee", "Dana Lee"])
  }

  @Test func `of what waits for others one sees what one has a part in`() throws {
    let lee = "lee@northwind.example"
    #expect(try inbox("status: draft", viewedBy: lee).entries.isEmpty)
    #expect(try inbox("status: draft", viewedBy: lee).hiddenCount == 1)
    #expect(try inbox("status: draft", viewedBy: lee, showsAll: true).others.count == 1)
  }

  @Test func `a stranger and nobody see all by whom it waits for`() throws {
    for address in ["x@y.example", nil] {
      let inbox = try inbox("status: draft", viewedBy: address)
      #expect(inbox.mine.isEmpty && inbox.others.count == 1)
    }
  }

  @Test func `a file that cannot be read waits for its sender`() throws {
    #expect(
      try tasks("status: later").first
        == "mend Dana Lee: its status is none that there is → handoff check")
  }
}

extension InboxTests {
  private var today: CalendarDate {
    get throws { try #require(CalendarDate("2026-07-20")) }
  }

  private func tasks(_ fields: String, obstacles: [String] = []) throws -> [String] {
    try waiting(fields, obstacles).tasks(policy: policy(), on: today).map { task in
      let since = task.since.map { " since \($0)" } ?? ""
      let due = task.due.map { " \(task.isOverdue ? "overdue" : "due") \($0)" } ?? ""
      return "\(task.kind.rawValue) \(task.who): \(task.sentence)\(since)\(due) → \(task.command)"
    }
  }

  private func inbox(
    _ fields: String, viewedBy address: String?, showsAll: Bool = false
  ) throws -> Inbox {
    Inbox(
      of: [try waiting(fields, [])], policy: policy(), viewedBy: address, on: try today,
      showsAll: showsAll)
  }

  private func waiting(_ fields: String, _ obstacles: [String]) throws -> WaitingBrief {
    let type = fields.hasPrefix("type:") ? "" : "type: sales-to-onboarding\n"
    let client =
      fields.contains("stakeholders:")
      ? ""
      : "\nstakeholders:\n  - id: S1\n    name: Ana\n    role: buyer\n    email: ana@acme.example"
    let text = """
      ---
      handoff: acme
      account: Acme
      from: dana@northwind.example
      to: sam@northwind.example
      \(type)\(fields)\(client)
      ---

      """
    let brief = try #require(Brief(reading: SourceText(text)))
    let place = Position(line: 1, column: 1)
    return WaitingBrief(
      name: "acme", brief: brief,
      obstacles: obstacles.map { rule in
        Diagnostic(
          rule: rule, severity: .error, path: "acme.md", start: place, end: place, brief: "acme",
          item: nil, message: "about \(rule)", help: "", sourceLine: nil)
      })
  }

  private func policy(danaLeaves until: CalendarDate? = nil) -> Policy {
    Policy(
      source: SourceText([]),
      people: [
        Person(
          email: "dana@northwind.example", name: "Dana Lee", roles: ["sales"], until: until),
        Person(
          email: "sam@northwind.example", name: "Sam Park", roles: ["receiving"],
          standIns: ["noor@northwind.example"]),
        Person(email: "noor@northwind.example", name: "Noor Haddad", roles: ["receiving"]),
        Person(
          email: "lee@northwind.example", name: "Lee Ono", roles: ["pricing", "policy"]),
      ] + (until == nil ? [] : [Person(email: "pat@a.example", name: "Pat Roe", roles: ["sales"])])
    )
  }

  private var term: String {
    "\ncustom_terms:\n  - id: T1\n    kind: pricing\n    text: 10% off\napprovals:"
  }

  private func approval(_ role: String) -> String {
    """

      - role: \(role)
        by: dana@northwind.example
        at: 2026-07-15T10:00:00Z
        covers: sha256:\(String(repeating: "0", count: 64))
    """
  }
}
