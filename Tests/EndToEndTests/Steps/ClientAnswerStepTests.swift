import Git
import TestSupport
import Testing

@Suite struct ClientAnswerStepTests {
  @Test func `no work starts before the client has answered and knows the receiver`() throws {
    let deal = try StepRepository { _ in "" }
    try deal.accept()
    let said = try deal.refuse("sam", "start", "acme-onboarding")
    #expect(said.contains("[unconfirmed-summary]"))
    #expect(said.contains("[missing-introduction]"))
    #expect(
      try deal.refuse("sam", "start", "acme-onboarding", "--unconfirmed", "On leave.")
        .contains("handoff email send acme-onboarding --kind final"))
    let inbox = try deal.succeed("dana", "inbox")
    #expect(inbox.contains("→ handoff email send acme-onboarding --kind final"))
    #expect(!inbox.contains("handoff email introduce"), "one step at a time")
  }

  @Test func `a silent client is reminded once, then the receiver says why it may start`() throws {
    let once = try StepRepository {
      StepRepository.emails($0, ["2026-07-13"]) + StepRepository.introduction
    }
    try once.accept()
    #expect(
      try once.succeed("dana", "inbox").contains("of 2026-07-13: remind them once"))
    #expect(
      try once.refuse("sam", "start", "acme-onboarding", "--unconfirmed", "On leave.")
        .contains("that takes a reminder"))

    let deal = try StepRepository {
      StepRepository.emails($0, ["2026-07-06", "2026-07-13"]) + StepRepository.introduction
    }
    try deal.accept()
    #expect(
      try deal.succeed("sam", "inbox").contains("handoff start acme-onboarding --unconfirmed"))
    #expect(
      try deal.succeed("sam", "show", "acme-onboarding").contains("silent: the final summary"))
    #expect(try deal.succeed("sam", "card", "acme-onboarding").contains("Client: silent"))
    #expect(try deal.refuse("sam", "start", "acme-onboarding").contains("[unconfirmed-summary]"))
    #expect(
      try deal.refuse("dana", "start", "acme-onboarding", "--unconfirmed", "On leave.")
        .contains("and you are Dana Lee"))
    try deal.succeed("sam", "start", "acme-onboarding", "--unconfirmed", "Ana is on leave.")
    #expect(try deal.status() == "started")
    #expect(try deal.message().contains("started without the client's answer\n\nAna is on leave."))
    #expect(
      deal.acme.text()
        .contains("    sent: 2026-07-13\n    to: [ana@acme.example]\n    reply: none\n"))
    #expect(
      deal.acme.text()
        .contains("    replied_by: sam@northwind.example\n    note: Ana is on leave.\n"))
    let shown = try deal.acme.answer("show", "acme-onboarding", "--format", "json")
    try deal.acme.expectValid(shown, by: "show")
    let card = try deal.acme.answer("card", "acme-onboarding", "--format", "json")
    try deal.acme.expectValid(card, by: "card")
    let inbox = try deal.acme.answer("inbox", "--format", "json")
    try deal.acme.expectValid(inbox, by: "inbox")
  }

  @Test func `an answer typed by hand counts once it says all that it must`() throws {
    let deal = try StepRepository {
      StepRepository.emails($0, ["2026-07-13"]) + StepRepository.introduction
    }
    try deal.accept()
    try deal.acme.repository.write(
      CommandRepository.path,
      deal.acme.text().replacing(
        "    sent: 2026-07-13\n", with: "    sent: 2026-07-13\n    reply: confirmed\n"))
    let output = try deal.type("dana", "check")
    #expect(output.status == 1)
    #expect(
      (output.text + output.errorText).contains(
        "does not count: it does not say `replied`, `replied_by`, `how`"))
    #expect(
      try deal.succeed("dana", "show", "acme-onboarding").contains("silent: the final summary"))
  }

  @Test func `a correction is no answer, and other words need another`() throws {
    let deal = try StepRepository {
      StepRepository.emails($0, ["2026-07-13"])
        + StepRepository.answer("corrected") + "    note: It is 2 October.\n"
        + StepRepository.introduction
    }
    try deal.accept()
    #expect(try deal.refuse("sam", "start", "acme-onboarding").contains("the client corrected"))
    #expect(
      try deal.refuse("sam", "start", "acme-onboarding", "--unconfirmed", "On leave.")
        .contains("the client is not silent"))
    #expect(
      try deal.succeed("dana", "inbox").contains("corrected the final summary, “It is 2 October.”"))
  }
}
