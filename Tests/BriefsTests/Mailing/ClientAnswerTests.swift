import Briefs
import Diagnostics
import Testing

@Suite struct ClientAnswerTests {
  private static let words = "sha256:\(SHA256Hex.of("Timeline\nMay."))"
  private static let others = "sha256:\(SHA256Hex.of("Timeline\nJune."))"

  /// What is on record, and where the answer stands with it.
  struct Row: Sendable {
    let records: [String]
    let state: ClientAnswer.State

    init(_ state: ClientAnswer.State, _ records: String...) {
      self.state = state
      self.records = records
    }
  }

  private static let confirmed = sent("2026-07-15", "reply: confirmed")
  private static let corrected = sent("2026-07-15", "reply: corrected")
  private static let excused =
    sent("2026-07-15") + "    reply: none\n    replied: 2026-07-20\n"
    + "    replied_by: sam@northwind.example\n    note: Ana is on leave.\n"

  /// All that a record says of an answer.
  private static func whole(_ reply: String, _ day: String, by person: String = "ana@acme.example")
    -> String
  {
    "    reply: \(reply)\n    replied: \(day)\n    replied_by: \(person)\n    how: phone\n"
  }

  static let rows: [Row] = [
    Row(.unsent),
    Row(.unsent, "  - kind: final\n    body: \(words)\n"),
    Row(.unsent, "  - kind: final\n    body: \(words)\n" + whole("confirmed", "2026-07-20")),
    Row(.waiting, sent("2026-07-20")),
    Row(.waiting, sent("2026-07-20"), sent("2026-07-01", others)),
    Row(.silent, sent("2026-07-15")),
    Row(.confirmed, confirmed),
    Row(.confirmed, confirmed, sent("2026-07-20")),
    Row(.confirmed, corrected, sent("2026-07-20", "reply: confirmed")),
    Row(
      .corrected, corrected,
      sent("2026-07-20") + whole("confirmed", "2026-07-21", by: "joe@acme.example")),
    Row(
      .confirmed, sent("2026-07-15") + whole("confirmed", "2026-07-16", by: "joe@acme.example"),
      corrected, sent("2026-07-20") + whole("confirmed", "2026-07-21")),
    Row(.corrected, corrected),
    Row(.corrected, corrected, sent("2026-07-20")),
    Row(.changed, sent("2026-07-15", others)),
    Row(.changed, confirmed, sent("2026-07-16", others)),
    Row(.unconfirmed, excused),
    Row(.confirmed, excused, sent("2026-07-16", "reply: confirmed")),
  ]

  @Test(arguments: rows)
  func `an open correction of the words as they are counts, else the newest answer`(row: Row) throws
  {
    #expect(try answer(row.records.joined()).state == row.state)
  }

  @Test(arguments: ["sent", "reply", "replied", "replied_by", "how"])
  func `an answer that does not say all it must counts for nothing`(field: String) throws {
    let record = Self.sent("2026-07-15") + Self.whole("confirmed", "2026-07-16")
    #expect(try answer(record).state == .confirmed)
    let lines = record.split(separator: "\n").filter { !$0.contains("    \(field): ") }
    let state = try answer(lines.joined(separator: "\n") + "\n").state
    #expect(state == (field == "sent" ? .unsent : .silent))
  }

  @Test func `evidence says who answered as well as an address does`() throws {
    let record = Self.sent("2026-07-15") + Self.whole("confirmed", "2026-07-16")
    let kept = record.replacing("replied_by: ana@acme.example", with: "evidence: E1")
    #expect(try answer(kept).state == .confirmed)
  }

  @Test func `nobody answers before the email, and nobody of the roster`() throws {
    let early = Self.sent("2026-07-15") + Self.whole("confirmed", "2026-07-14")
    #expect(try answer(early).state == .silent)
    #expect(try answer(early).flawed.count == 1)
    let dana = Self.whole("confirmed", "2026-07-16", by: "Dana@Northwind.example")
    #expect(try answer(Self.sent("2026-07-15") + dana).state == .silent)
  }

  @Test func `a second sending is a reminder, and begins the time anew`() throws {
    let reminded = try answer(Self.sent("2026-07-01") + Self.sent("2026-07-20"))
    #expect(reminded.isReminded)
    #expect(reminded.state == .waiting)
    #expect(reminded.due == CalendarDate("2026-07-23"))
    #expect(!reminded.wasSilent(by: try #require(CalendarDate("2026-07-23"))))
    #expect(reminded.wasSilent(by: try #require(CalendarDate("2026-07-24"))))
    #expect(!(try answer(Self.sent("2026-07-01")).wasSilent(by: Self.day)))
  }

  @Test func `what one person heard is settled by a confirmation that carried it`() throws {
    let heard = """
      promises:
        - id: P1
          text: SSO
          source: E1
      evidence:
        - id: E1
          kind: spoken
          by: dana@northwind.example
          date: 2026-07-01
          text: we will get you SSO

      """
    let open = try brief(heard, "")
    #expect(RedFlag.flags(of: open, policy: policy, on: Self.day).map(\.kind) == [.heardPromise])
    let digest = SummaryContent(of: open, kind: .final).digest
    let confirmed = try brief(heard, Self.sent("2026-07-15", digest, "reply: confirmed"))
    #expect(RedFlag.flags(of: confirmed, policy: policy, on: Self.day).isEmpty)
    let silent = try brief(heard, Self.sent("2026-07-01", digest))
    #expect(
      RedFlag.flags(of: silent, policy: policy, on: Self.day).map(\.sentence) == [
        "the client has not answered the final summary of 2026-07-01",
        "only Dana Lee heard the promise P1 “SSO”",
      ])
  }

  private static let ana =
    "stakeholders:\n  - id: S1\n    name: Ana\n    role: buyer\n    email: ana@acme.example\n"

  private static let day = CalendarDate(dayNumber: 20_655)  // 2026-07-21, a Tuesday

  private let policy = Policy(
    source: SourceText(""),
    people: [Person(email: "dana@northwind.example", name: "Dana Lee", roles: ["sales"])])

  private func answer(_ records: String) throws -> ClientAnswer {
    ClientAnswer(to: .final, of: try brief("", records), policy: policy, on: Self.day)
  }

  private func brief(_ items: String, _ records: String) throws -> Brief {
    let emails = records.isEmpty ? "" : "emails:\n" + records
    return try #require(
      Brief(
        reading: SourceText(
          "---\nhandoff: acme\n\(Self.ana)\(items)\(emails)---\n## Timeline\n\nMay.\n")))
  }

  private static func sent(_ day: String, _ rest: String...) -> String {
    let body = rest.first { $0.hasPrefix("sha256:") } ?? words
    let answer =
      rest.first { $0.hasPrefix("reply: ") }.map { whole(String($0.dropFirst(7)), day) } ?? ""
    return "  - kind: final\n    body: \(body)\n    sent: \(day)\n    to: [ana@acme.example]\n"
      + answer
  }
}
