import Briefs
import Diagnostics
import Git
import TestSupport
import Testing

@Suite struct EmailLogCommandTests {
  let acme: CommandRepository

  init() throws {
    acme = try CommandRepository()
    try edit("nine days", "eight days")
    try acme.repository.commit("eight")
    try send(.call, to: "ana@acme.example", "reply: confirmed", "replied: 2026-07-22")
    try edit("Six days", "Five days")
    try acme.repository.commit("five")
  }

  private func edit(_ old: String, _ new: String) throws {
    try acme.repository.write(CommandRepository.path, acme.text().replacing(old, with: new))
  }

  /// Commits a record of the summary as the file has it.
  private func send(
    _ kind: SummaryContent.Kind, to address: String, _ more: String...
  ) throws {
    let brief = try #require(Brief(reading: SourceText(acme.text())))
    let lines = ["kind: \(kind.rawValue)", "body: \(SummaryContent(of: brief, kind: kind).digest)"]
    let rest = ["sent: 2026-07-21", "to: [\(address)]"] + more
    try acme.repository.write(
      CommandRepository.path,
      acme.text().replacing(
        "\nevidence:\n",
        with: "\nemails:\n  - " + (lines + rest).joined(separator: "\n    ") + "\n\nevidence:\n"))
    try acme.repository.commit("sent")
  }

  @Test func `the log says who, when, what was sent and what came back`() throws {
    let text = try acme.answer("email", "log", "acme-onboarding")
    let ids = try acme.repository.git("log", "--format=%H").split(separator: "\n")
    let short = { (index: Int) in String(ids[index].prefix(12)) }
    #expect(
      text == """
        Acme GmbH · acme-onboarding

        Revisions of the summary
          1  2026-07-01 · Dana Lee · \(short(3)) · Current situation, Business priorities, \
        Business impact, Timeline, Decision process and key stakeholders, Next steps
             not sent
          2  2026-07-01 · Dana Lee · \(short(2)) · Current situation
             call summary, sent 2026-07-21 to ana@acme.example
             confirmed on 2026-07-22
          3  2026-07-01 · Dana Lee · \(short(0)) · Business impact
             not sent

        """)
  }

  @Test func `the log has a form for programs and one for pages`() throws {
    try send(
      .final, to: "ana@acme.example", "reply: corrected", "how: phone", "note: \"Ten | <b>\"")
    let json = try acme.answer("email", "log", CommandRepository.path, "--format", "json")
    try acme.expectValid(json, by: "email-log")
    #expect(json.contains(#""reply":"corrected""#) && json.contains(#""uncommitted":false"#))
    let page = try acme.answer("email", "log", "acme-onboarding", "--format", "markdown")
    #expect(page.hasPrefix("# Acme GmbH"))
    #expect(!page.contains("<b>"), "\(page)")
    #expect(page.contains("corrected, phone, as reported"))
  }

  @Test func `the log says why the work started without an answer`() throws {
    try send(
      .final, to: "ana@acme.example", "reply: none", "replied: 2026-07-28",
      "replied_by: sam@northwind.example", "note: Ana is on leave.")
    let text = try acme.answer("email", "log", "acme-onboarding")
    #expect(
      text.contains(
        "no answer yet; started all the same by sam@northwind.example on 2026-07-28: "
          + "“Ana is on leave.”"), "\(text)")
    let json = try acme.answer("email", "log", "acme-onboarding", "--format", "json")
    try acme.expectValid(json, by: "email-log")
    #expect(json.contains(#""unconfirmed":"Ana is on leave.""#))
    #expect(json.contains(#""unconfirmed":null"#))
  }

  @Test func `a summary that is not committed, and a record of no revision, are named`() throws {
    try edit("Five days", "Four days")
    try send(.call, to: "ana@acme.example")
    try edit("Four days", "Three days")
    try acme.repository.git("reset", "-q", "--soft", "HEAD~1")
    try acme.repository.git("commit", "-q", "-m", "x", "--allow-empty")
    let text = try acme.answer("email", "log", "acme-onboarding")
    #expect(text.contains("The summary in the file is not committed"))
    try acme.repository.commit("three")
    try acme.repository.git("reset", "-q", "--soft", "HEAD~2")
    try acme.repository.commit("squashed")
    let squashed = try acme.answer("email", "log", "acme-onboarding")
    #expect(
      squashed.contains("Sent in words that no revision has\n  call summary, sent 2026-07-21"))
  }

  @Test func `hostile words reach no terminal and no tag`() throws {
    try edit("Five days", "Five \u{1B}[31m<img src=x onerror=alert(1)> \u{202E}days")
    try acme.repository.commit("hostile")
    try acme.repository.git(
      "commit", "-q", "--amend", "--no-edit", "--author",
      "\u{1B}[2J<script> <dana@northwind.example>")
    for format in ["text", "markdown", "json"] {
      let output = try acme.answer("email", "log", "acme-onboarding", "--format", format)
      #expect(!output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
    for format in ["text", "markdown", "html", "json"] {
      let output = try acme.answer("email", "diff", "acme-onboarding", "2", "--format", format)
      #expect(!output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
      #expect(!output.contains("<img"))
    }
  }

  @Test func `the difference is from what was sent last to the file`() throws {
    try edit("Ana Ruiz decides.", "Ana Ruiz and **Bo** decide.")
    #expect(
      try acme.answer("email", "diff", "acme-onboarding") == """
        Acme GmbH · acme-onboarding
        from revision 2, sent 2026-07-21 to now

        Business impact
          [-Six-] {+Five+} days saved a month.

        Decision process and key stakeholders
          Ana Ruiz [-decides.-] {+and Bo decide.+}

        """)
    #expect(
      try acme.answer("email", "diff", "acme-onboarding", "1", "2", "--format", "markdown")
        == """
        # Acme GmbH · acme\\-onboarding

        from revision 1 to revision 2

        ## Current situation

        - Acme closes its books in <del>nine</del> <ins>eight</ins> days\\.

        """)
    let page = try acme.answer("email", "diff", "acme-onboarding", "1", "--format", "html")
    #expect(page.contains("<del>nine</del> <ins>eight</ins>"))
    let json = try acme.answer("email", "diff", "acme-onboarding", "1", "--format", "json")
    try acme.expectValid(json, by: "email-diff")
    let same = try acme.answer("email", "diff", "acme-onboarding", "3", "3")
    #expect(same.hasSuffix("\nA client would read the same.\n"))
  }

  @Test func `a final summary is compared with what we agreed now`() throws {
    try send(.final, to: "ana@acme.example")
    try edit("text: Dashboards beyond", "text: All dashboards beyond")
    let text = try acme.answer("email", "diff", "acme-onboarding")
    #expect(
      text.contains("\nWhat is not included\n  [-Dashboards-] {+All dashboards+} beyond the weekly")
    )
    #expect(!text.contains("10% discount"))
    let terms = try acme.answer("email", "diff", "acme-onboarding", "--terms")
    #expect(terms.contains("What is not included"))
    #expect(try !acme.answer("email", "diff", "acme-onboarding", "3").contains("Dashboards"))
    #expect(
      try acme.answer("email", "diff", "acme-onboarding", "1", "--final").contains("Dashboards"))
  }

  @Test func `a revision that is not there is refused with those that are`() throws {
    #expect(
      try acme.refusal("email", "diff", "acme-onboarding", "7", status: 2)
        == "handoff: the summary of acme-onboarding has no revision 7: there are revisions 1 to 3\n"
        + "  see them: handoff email log acme-onboarding\n")
    #expect(try acme.refusal("email", "diff", "acme-onboarding", "0", status: 2).contains("no rev"))
    try edit("sent: 2026-07-21\n    ", "")
    #expect(try acme.refusal("email", "diff", "acme-onboarding", status: 2).contains("on record"))
  }
}
