import Briefs
import Diagnostics
import Reports
import TestSupport
import Testing

@Suite struct InboxReportTests {
  @Test(arguments: DocumentFormat.allCases)
  func `an inbox`(format: DocumentFormat) throws {
    let briefs = [
      try waiting("late", "status: review\nkickoff: 2026-07-01"),
      try waiting("new", "status: draft"),
    ]
    expectSnapshot(
      InboxReport(try inbox(briefs, "noor@northwind.example"))
        .rendered(as: format, isColored: false), named: format.rawValue)
  }

  @Test func `an empty inbox says what one can do`() throws {
    #expect(
      InboxReport(try inbox([], "sam@northwind.example")).rendered(as: .text, isColored: false)
        == """
        Waiting for you
          nothing

        Nothing waits. Begin a handoff: handoff new TYPE; see all briefs: handoff list

        """)
  }

  @Test func `whoever is not known is told so`() throws {
    let briefs = [try waiting("new", "status: draft")]
    let stranger = InboxReport(try inbox(briefs, "x@y.example"))
      .rendered(as: .text, isColored: false)
    #expect(stranger.hasPrefix("You (x@y.example) are not on the roster"))
    #expect(stranger.contains("Acme · Dana Lee · a draft"))
    #expect(
      InboxReport(try inbox(briefs, nil)).rendered(as: .markdown, isColored: false)
        .contains("Git does not know who you are"))
  }

  @Test(arguments: DocumentFormat.allCases)
  func `no text of a brief reaches an inbox, a card or red flags unescaped`(
    format: DocumentFormat
  ) throws {
    let hostile = "\u{1B}[2J\u{202E}\u{9B}31m"
    let typed = "\"\\e[2J \\u202e \\x9b31m\""
    let fields = """
      status: started
      goal: \(typed)
      objections:
        - id: O1
          text: \(typed)
      promises:
        - id: P1
          text: \(typed)
          due: 2026-07-01
          bounded_by: [\(typed)]
      questions:
        - id: Q1
          text: \(typed)
          by: \(typed)
          to: \(typed)
      support:
        - id: U1
          person: \(typed)
          role: \(typed)
          needed: \(typed)
      """
    let waiting = try waiting(hostile, fields)
    let flags = RedFlagLines(
      RedFlag.flags(of: waiting.brief, policy: policy, on: CalendarDate(dayNumber: 20_655)))
    let outputs = [
      InboxReport(try inbox([waiting], hostile)).rendered(as: format, isColored: false),
      CardReport(name: hostile, brief: waiting.brief, policy: policy)
        .rendered(as: format, isColored: false),
      BriefListReport([
        .init(
          name: hostile, path: hostile, brief: waiting.brief,
          tasks: waiting.tasks(policy: policy, on: try today), errors: 1, warnings: 2)
      ]).rendered(as: format, isColored: false),
      flags.text(isColored: false), flags.markdown, flags.json.text,
    ]
    for output in outputs {
      let scalars = output.unicodeScalars.filter { $0 != "\n" && $0.mustBeEscaped }
      #expect(scalars.isEmpty, "\(output.debugDescription)")
    }
  }

  private func waiting(_ name: String, _ fields: String) throws -> WaitingBrief {
    let text = """
      ---
      handoff: acme
      type: owner-change
      account: Acme
      from: dana@northwind.example
      to: sam@northwind.example
      \(fields)
      ---

      """
    return WaitingBrief(name: name, brief: try #require(Brief(reading: SourceText(text))))
  }

  private var today: CalendarDate {
    get throws { try #require(CalendarDate("2026-07-20")) }
  }

  private func inbox(_ briefs: [WaitingBrief], _ address: String?) throws -> Inbox {
    Inbox(of: briefs, policy: policy, viewedBy: address, on: try today)
  }

  private let policy = Policy(
    source: SourceText([]),
    people: [
      Person(email: "dana@northwind.example", name: "Dana Lee", roles: ["sales"]),
      Person(
        email: "sam@northwind.example", name: "Sam Park", standIns: ["noor@northwind.example"]),
      Person(email: "noor@northwind.example", name: "Noor Haddad"),
    ])
}
