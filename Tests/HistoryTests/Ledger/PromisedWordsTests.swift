import Briefs
import Diagnostics
import Git
import TestSupport
import Testing

/// What people and programs read of an answer.
struct PromisedWordsTests {
  let deal: DealRepository
  private let file = DealRepository.file

  init() throws { deal = try DealRepository() }

  private let lists = """
    promises:
      - id: P1
        text: Custom weekly revenue report.
        due: 2026-09-01
        source: E1#L14
        quote: you will get the report
        confidence: stated
        bounded_by: [X1]
    exclusions:
      - id: X1
        text: Dashboards beyond the report.
    """

  private func text(_ status: String, _ lists: String, more: String = "") -> String {
    DealRepository.brief(lists, status: status, more: more)
  }

  /// The brief with a record of its final summary as sent.
  private func sent(_ text: String, _ more: String) throws -> String {
    let brief = try #require(Brief(reading: SourceText(text)))
    let body = SummaryContent(of: brief, kind: .final).digest
    return text.replacing(
      "promises:\n",
      with: "emails:\n  - kind: final\n    body: \(body)\n    sent: 2026-03-02\n    "
        + "to: [ana@acme.example]\n\(more)promises:\n")
  }

  @Test func `an answer reads from the promise to what became of it`() throws {
    try deal.commit("begin", on: "2026-03-01", [file: text("review", lists)])
    try deal.commit(
      "sent", on: "2026-03-02",
      [
        file: try sent(
          text("review", lists), "    reply: confirmed\n    replied: 2026-03-03\n    how: phone\n")
      ])
    try deal.commit(
      "reword", on: "2026-03-04",
      [
        file: try sent(
          text("review", lists), "    reply: confirmed\n    replied: 2026-03-03\n    how: phone\n"
        ).replacing("Dashboards beyond", with: "All dashboards beyond")
      ])
    let ids = try deal.git.git("log", "--format=%H").split(separator: "\n").map { $0.prefix(12) }
    let answer = try deal.handoff("promised", "acme-onboarding")
    #expect(
      answer.text == """
        What we promised: acme-onboarding
        as it is now: commit \(ids[0]), committed 2026-03-04T12:00:00Z

        Acme GmbH · acme-onboarding
        review · sales-to-onboarding · dana@northwind.example → sam@northwind.example · \
        handoffs/acme/acme-onboarding.md
        begun 2026-03-01 by Dana Lee (\(ids[2]))

        Promised
          P1  Custom weekly revenue report.
              state open
              due 2026-09-01 · source E1#L14 · confidence stated
              “you will get the report”
              but not X1: All dashboards beyond the report.
              added 2026-03-01 by Dana Lee (\(ids[2]))
              nobody approved these words
              in writing: revision 1, final summary, sent 2026-03-02 to ana@acme.example: \
        confirmed on 2026-03-03, phone, as reported

        Not included
          X1  All dashboards beyond the report.
              added 2026-03-01 by Dana Lee (\(ids[2]))
              nobody approved these words
              never put to the client in these words
              revision 1, final summary, sent 2026-03-02 to ana@acme.example: confirmed on \
        2026-03-03, phone, as reported; it held other words: “Dashboards beyond the report.”
              changed 2026-03-04 by Dana Lee (\(ids[0])), text: [-Dashboards-] {+All dashboards+} \
        beyond the report.

        """, "\(answer.text)")
    let json = try deal.handoff("promised", "acme-onboarding", "--format", "json").text
    try deal.expectValid(json, by: "promised")
    #expect(json.contains(#""inWriting":true"#) && json.contains(#""inWriting":false"#))
  }

  @Test func `while a brief is back in review the words accepted last are told, marked so`() throws
  {
    try deal.commit("accepted", on: "2026-03-01", [file: text("accepted", lists)])
    let proposed =
      lists.replacing("Custom weekly", with: "Monthly") + "\n  - id: X2\n    text: Mail.\n"
    try deal.commit("rework", on: "2026-03-02", [file: text("review", proposed)])
    let answer = try deal.handoff("promised", "acme-onboarding").text
    #expect(answer.contains("back in review: these are the words accepted last\n"))
    #expect(answer.contains("set to accepted 2026-03-01 by Dana Lee"), "\(answer)")
    #expect(answer.contains("P1  Custom weekly revenue report.\n"), "\(answer)")
    #expect(
      answer.contains("in review, changed 2026-03-02 by Dana Lee")
        && answer.contains(", text: [-Custom weekly-] {+Monthly+} revenue report."), "\(answer)")
    #expect(answer.count(of: "Monthly") == 1, "\(answer)")
    let all = try deal.handoff("promised", "acme-onboarding", "--all").text
    #expect(!all.contains("“Monthly revenue report.”"), "\(all)")
    #expect(answer.contains("X2  Mail.\n"))
    #expect(answer.contains("in review: new, and not accepted yet"), "\(answer)")
    let json = try deal.handoff("promised", "acme-onboarding", "--format", "json").text
    try deal.expectValid(json, by: "promised")
  }

  @Test func `who approved which words is told, and when others were approved`() throws {
    let brief = try #require(Brief(reading: SourceText(text("review", lists))))
    let digest = ApprovalDigest.digest(of: brief, role: "sales")
    let record = """
      approvals:
        - role: sales
          by: dana@northwind.example
          at: 2026-03-02T10:00:00Z
          covers: \(digest)

      """
    try deal.commit("begin", on: "2026-03-01", [file: text("review", lists)])
    try deal.commit("approve", on: "2026-03-02", [file: text("review", record + lists)])
    let first = try deal.handoff("promised", "acme-onboarding").text
    #expect(
      first.contains("approved as sales by Dana Lee on 2026-03-02 (claimed)"), "\(first)")
    try deal.commit(
      "reword", on: "2026-03-03",
      [file: text("review", record + lists.replacing("Dashboards", with: "Boards"))])
    let second = try deal.handoff("promised", "acme-onboarding", "--format", "json").text
    #expect(second.contains(#""words":"same""#) && second.contains(#""words":"other""#))
    #expect(!second.contains(#""counts":true"#))
  }

  @Test func `text of a brief stays text in every form`() throws {
    let nasty = #""<script>alert(1)</script> [x](y) \e[31m @team""#
    try deal.promise(nasty.replacing("\\e", with: "\\x1b"), "begin", on: "2026-03-01")
    for format in ["text", "markdown", "html", "json"] {
      for command in [["promised", "acme-onboarding"], ["log", "acme-onboarding/P1"]] {
        let answer = try deal.handoff(command[0], command[1], "--format", format).text
        #expect(!answer.contains("\u{1B}"))
        #expect(!answer.contains("<script>") || format == "text" || format == "json", "\(format)")
      }
    }
  }

  @Test(arguments: ["text", "markdown", "html", "json"])
  func `a name in a commit stays a name in every form`(format: String) throws {
    try deal.promise("one", "begin", on: "2026-03-01", as: "Ev\u{1B}[31m\u{202E}il\u{9B}2K")
    try deal.promise("two", "reword", on: "2026-03-02", as: "Ev\rno\u{2028}body\u{2066}")
    for command in [["promised", "--all"], ["log"], ["proof"], ["search"]] {
      let asked = ["promised": DealRepository.id, "search": "one"]
      let name = asked[command[0]] ?? "\(DealRepository.id)/P1"
      if command == ["proof"], format == "text" { continue }
      let answer = try run(
        HandoffProgram.path, command + [name, "--format", format], in: deal.git.path,
        environment: deal.git.variables
      ).text
      #expect(answer.contains("Ev"))
      let unsafe = answer.unicodeScalars.first { scalar in
        scalar != "\n"
          && (scalar.properties.generalCategory == .control
            || scalar.properties.isBidiControl || scalar == "\u{2028}")
      }
      #expect(unsafe == nil, "\(command): \(answer.debugDescription)")
    }
  }

  @Test func `all tells what was withdrawn as fully, and every earlier wording`() throws {
    try deal.promise("one", "begin", on: "2026-03-01")
    try deal.promise("two", "reword", on: "2026-03-02")
    try deal.promise("two", "withdraw", on: "2026-03-03", more: "withdrawn: too dear")
    let short = try deal.handoff("promised", "acme-onboarding").text
    #expect(
      short.contains("“two” was withdrawn 2026-03-03 by Dana Lee") && short.contains("too dear"))
    #expect(!short.contains("“one”"))
    let all = try deal.handoff("promised", "acme-onboarding", "--all").text
    #expect(all.contains("from 2026-03-01 Dana Lee: “one”"), "\(all)")
  }

  @Test func `who set a brief to accepted is told, not who changed it later`() throws {
    try deal.commit("begin", on: "2026-03-01", [file: text("review", lists)])
    try deal.commit("accept", on: "2026-03-02", as: "Sam Park", [file: text("accepted", lists)])
    try deal.commit("start", on: "2026-03-03", [file: text("started", lists)])
    let started = try deal.handoff("promised", "acme-onboarding").text
    #expect(started.contains("set to accepted 2026-03-02 by Sam Park"), "\(started)")
    try deal.commit("reopen", on: "2026-03-04", [file: text("review", lists)])
    let reopened = try deal.handoff("promised", "acme-onboarding").text
    #expect(reopened.contains("set to accepted 2026-03-02 by Sam Park"), "\(reopened)")
    try deal.commit("accept anew", on: "2026-03-05", [file: text("accepted", lists)])
    let anew = try deal.handoff("promised", "acme-onboarding").text
    #expect(anew.contains("set to accepted 2026-03-05 by Dana Lee"), "\(anew)")
  }

  @Test func `a brief that says nothing of exclusions is not said to have none`() throws {
    try deal.promise("one", "begin", on: "2026-03-01")
    let silent = try deal.handoff("promised", "acme-onboarding").text
    #expect(
      silent.contains("Not included\n  the brief does not say what is not included"), "\(silent)")
    let reason = text("draft", "promises: []", more: "no_exclusions: A standard package.")
    try deal.commit("say", on: "2026-03-02", [file: reason])
    let said = try deal.handoff("promised", "acme-onboarding").text
    #expect(said.contains("Not included\n  none: A standard package."), "\(said)")
  }
}

extension String {
  fileprivate func count(of words: String) -> Int { ranges(of: words).count }
}
