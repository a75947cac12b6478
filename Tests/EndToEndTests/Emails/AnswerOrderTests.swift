import Briefs
import Diagnostics
import Git
import TestSupport
import Testing

/// Several answers to one email, and which of them stands.
@Suite struct AnswerOrderTests {
  let deal: StepRepository

  init() throws {
    deal = try StepRepository { digest in
      """
      emails:
        - kind: final
          body: \(digest)
          sent: 2026-07-13T09:00:00Z
          to: [ana@acme.example, joe@acme.example]
          message_id: <acme-onboarding.r1.0a0a0a0a@northwind.example>
        - kind: introduction
          body: \(digest)
          sent: 2026-07-15
          to: [ana@acme.example, joe@acme.example]
          message_id: <acme-onboarding.r1.0b0b0b0b@northwind.example>

      """
    }
  }

  private func reply(
    _ person: String, at time: String, _ answer: String..., to id: String = "0a0a0a0a"
  ) throws -> ChildProcess.Output {
    let message = """
      From: \(person)@acme.example
      Date: \(time) +0000
      Subject: Re: x
      In-Reply-To: <acme-onboarding.r1.\(id)@northwind.example>

      What \(person) said at \(time).

      """
    let file = deal.acme.repository.beside("\(person).eml")
    try writeFile(file, Array(message.utf8))
    return try deal.type("dana", ["email", "reply", file] + answer)
  }

  @Test func `an older yes of another person erases no correction`() throws {
    let first = try reply("ana", at: "Tue, 14 Jul 2026 14:46:00", "--corrected")
    #expect(first.errorText.contains("handoff email send acme-onboarding --kind final"))
    let second = try reply("joe", at: "Tue, 14 Jul 2026 14:38:00", "--confirmed")
    #expect(second.status == 0, "\(second.errorText)")
    #expect(
      second.errorText.contains(
        "the answer of 2026-07-14 by ana@acme.example stands: corrected; that of "
          + "joe@acme.example, confirmed, is kept beside it"))
    #expect(second.errorText.contains("a correction stays open until a new revision is sent"))
    #expect(second.errorText.contains("the message is kept as "))
    let text = deal.acme.text()
    #expect(text.contains("    reply: corrected\n    replied: 2026-07-14\n"))
    #expect(text.contains("    replied_by: ana@acme.example\n"))
    for command in [["email", "log"], ["card"], ["show"], []] {
      let shown = try deal.type("dana", command + (command.isEmpty ? [] : ["acme-onboarding"]))
      #expect(shown.text.contains("corrected"), "\(command)")
      #expect(shown.text.contains("joe@acme.example confirmed on 2026-07-14"), "\(shown.text)")
    }
  }

  @Test func `a later yes of another person closes no correction, that of the same person does`()
    throws
  {
    _ = try reply("ana", at: "Tue, 14 Jul 2026 10:00:00", "--corrected")
    _ = try reply("joe", at: "Wed, 15 Jul 2026 10:00:00", "--confirmed")
    #expect(deal.acme.text().contains("    reply: corrected\n"))
    let own = try reply("ana", at: "Thu, 16 Jul 2026 10:00:00", "--confirmed")
    #expect(own.errorText.contains("this replaces the answer of 2026-07-14: corrected"))
  }

  @Test func `nobody takes back what another person corrected beside them`() throws {
    _ = try reply("ana", at: "Tue, 14 Jul 2026 10:00:00", "--corrected")
    _ = try reply("joe", at: "Wed, 15 Jul 2026 10:00:00", "--corrected")
    _ = try reply("ana", at: "Thu, 16 Jul 2026 10:00:00", "--confirmed")
    #expect(deal.acme.text().contains("    reply: corrected\n"))
  }

  @Test func `an earlier answer of the same day replaces no later one`() throws {
    _ = try reply("ana", at: "Tue, 14 Jul 2026 14:46:00", "--confirmed", "--note", "All right.")
    let earlier = try reply("ana", at: "Tue, 14 Jul 2026 14:38:00", "--corrected")
    #expect(earlier.errorText.contains("stands: confirmed"))
    #expect(deal.acme.text().contains("    reply: confirmed\n"))
    #expect(deal.acme.text().contains("ana@acme.example corrected on 2026-07-14"))
    #expect(deal.acme.text().contains("All right.; "))
  }

  @Test func `a correction outweighs a confirmation of another person, whatever came first`() throws
  {
    _ = try reply("joe", at: "Tue, 14 Jul 2026 14:46:00", "--confirmed")
    _ = try reply("ana", at: "Tue, 14 Jul 2026 14:38:00", "--corrected")
    #expect(deal.acme.text().contains("    reply: corrected\n"))
  }

  @Test func `a correction of the introduction is one of the final summary in it`() throws {
    let refused = try reply("ana", at: "Thu, 16 Jul 2026 10:00:00", "--corrected", to: "0b0b0b0b")
    #expect(refused.status == 1)
    #expect(refused.errorText.contains("ana.eml --corrected --kind final\n"))
    let said = try reply(
      "ana", at: "Thu, 16 Jul 2026 10:00:00", "--corrected", "--kind", "final", to: "0b0b0b0b")
    #expect(said.status == 0, "\(said.errorText)")
    #expect(said.errorText.contains("it came as an answer to the introduction"))
    #expect(said.errorText.contains("handoff email send acme-onboarding --kind final"))
    #expect(deal.acme.text().contains("r1.0a0a0a0a@northwind.example>\n    reply: corrected\n"))
  }

  @Test func `arguments are judged before anything is written`() throws {
    let call = ["email", "reply", "acme-onboarding", "--how", "phone", "--confirmed", "--by"]
    let refused = try deal.type("dana", call + ["ana"])
    #expect(refused.errorText.contains("--by: “ana” is neither an address nor a stakeholder's id"))
    #expect(refused.errorText.contains("--by ana@acme.example"))
    #expect(!refused.errorText.contains("git add"))
    let brief = try #require(
      Brief(reading: SourceText(deal.acme.text())))
    let ana = try #require(
      brief.items(in: .stakeholders).first { $0.string(.email) == "ana@acme.example" }?.id)
    #expect(try deal.type("dana", call + [ana]).status == 0)
    #expect(deal.acme.text().contains("    replied_by: ana@acme.example\n"))
  }

  @Test(arguments: [
    ("", "the message is empty"), ("\u{0}", "the file is no message"),
    ("Hello,\n\nall right.\n", "the file is no message"),
    (
      "From: ana@acme.example\nSubject: Re: x\n"
        + "In-Reply-To: <acme-onboarding.r1.0a0a0a0a@northwind.example>\n\n",
      "has no text that can be read"
    ),
  ])
  func `what says nothing confirms nothing`(_ message: String, _ words: String) throws {
    let file = deal.acme.repository.beside("a.eml")
    try writeFile(file, Array(message.utf8))
    let said = try deal.refuse("dana", "email", "reply", file, "acme-onboarding", "--confirmed")
    #expect(said.contains(words), "\(said)")
    #expect(said.contains("save the mail as .eml"))
  }

  @Test func `an Outlook file is named as one`() throws {
    let file = deal.acme.repository.beside("a.msg")
    try writeFile(file, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0])
    let said = try deal.refuse("dana", "email", "reply", file, "acme-onboarding", "--confirmed")
    #expect(said.contains("Outlook message (.msg)"))
  }
}
