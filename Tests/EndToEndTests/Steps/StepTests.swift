import Git
import TestSupport
import Testing

@Suite struct StepTests {
  let deal: StepRepository

  init() throws { deal = try StepRepository() }

  @Test func `a brief goes from draft to done, each step by whose it is`() throws {
    let submitted = try deal.succeed("dana", "submit", "acme-onboarding")
    #expect(submitted.contains("next, Sam Park runs: handoff review acme-onboarding"))
    #expect(try deal.status() == "review")
    #expect(
      try deal.message() == """
        acme-onboarding: submitted for review

        Handoff: acme-onboarding
        Handoff-Event: submit

        """)
    let early = try deal.succeed("sam", "accept", "acme-onboarding")
    #expect(early.contains("Dana Lee can give it: `handoff approve acme-onboarding --role sales`"))
    #expect(early.contains("Lee Ono can review it"))
    #expect(try deal.status() == "review")
    try deal.succeed("lee", "approve", "acme-onboarding")
    let last = try deal.succeed("dana", "approve", "acme-onboarding")
    #expect(last.contains("acme-onboarding is accepted"))
    #expect(try deal.status() == "accepted")
    #expect(try deal.message().contains("Handoff-Event: approve"))
    try deal.succeed("noor", "start", "acme-onboarding")
    #expect(try deal.status() == "started")
    #expect(
      try deal.refuse("sam", "finish", "acme-onboarding").contains("its first milestone"))
    try deal.succeed("sam", "finish", "acme-onboarding", "--done-on", "2026-08-10")
    #expect(try deal.status() == "done")
    let log = try deal.acme.repository.git(
      "log", "--reverse", "--format=%ae %(trailers:key=Handoff-Event,valueonly,separator=)")
    #expect(
      log.split(separator: "\n").suffix(6).joined(separator: "\n") == """
        dana@northwind.example submit
        sam@northwind.example accept
        lee@northwind.example approve
        dana@northwind.example approve
        noor@northwind.example start
        sam@northwind.example finish
        """)
  }

  @Test func `what the start will need is said before`() throws {
    try deal.edit("dana", "kind: proposal", "kind: other")
    let words = "evidence of the kind contract or proposal"
    let checklist = try deal.succeed("dana", "checklist", "acme-onboarding")
    #expect(checklist.contains("the start will need \(words)"), "\(checklist)")
    try deal.succeed("dana", "submit", "acme-onboarding")
    let accepted = try deal.succeed("sam", "accept", "acme-onboarding")
    #expect(accepted.contains("before the start it needs \(words)"), "\(accepted)")
  }

  @Test func `a step out of turn says whose turn it is`() throws {
    #expect(
      try deal.refuse("sam", "accept", "acme-onboarding")
        .contains("acme-onboarding is a draft, so it cannot be accepted"))
    #expect(
      try deal.refuse("sam", "submit", "acme-onboarding").contains(
        "acme-onboarding is for Dana Lee, or anybody with the role sales, to submit, and you are "
          + "Sam Park"))
    try deal.succeed("dana", "submit", "acme-onboarding")
    #expect(
      try deal.refuse("dana", "accept", "acme-onboarding")
        .contains("is for Sam Park, or a stand-in, to accept, and you are Dana Lee"))
    #expect(
      try deal.refuse("kim", "approve", "acme-onboarding")
        .contains("you (kim@northwind.example) are not on the roster"))
    #expect(
      try deal.refuse("noor", "approve", "acme-onboarding", "--role", "pricing")
        .contains("[unqualified-approver]"))
    try deal.succeed("dana", "approve", "acme-onboarding")
    #expect(
      try deal.refuse("dana", "approve", "acme-onboarding")
        .contains("the sales approval of acme-onboarding is there and holds"))
    #expect(
      try deal.refuse("sam", "start", "acme-onboarding").contains("so it cannot be started"))
  }

  @Test func `a return is answered before the brief comes again`() throws {
    try deal.succeed("dana", "submit", "acme-onboarding")
    #expect(
      try deal.refuse("sam", "return", "acme-onboarding", status: 2)
        .contains("a return needs at least one reason"))
    #expect(
      try deal.refuse("sam", "return", "acme-onboarding", "--reason", "bad", status: 2)
        .contains("bad"))
    #expect(
      try deal.refuse(
        "sam", "return", "acme-onboarding", "--reason", "other", "--item", "P9", status: 2
      ).contains("has no item P9"))
    let said = try deal.succeed(
      "sam", "return", "acme-onboarding", "--reason", "missing-exclusion", "--item", "P1",
      "--note", "Is training included?")
    #expect(try deal.status() == "returned")
    let id = try #require(
      said.split(whereSeparator: { " /\n".contains($0) }).first { $0.hasPrefix("B-") })
    #expect(
      try deal.refuse("dana", "submit", "acme-onboarding").contains("[unanswered-return]"))
    try deal.succeed("dana", "answer", "acme-onboarding/\(id)", "There is X2 now.")
    #expect(
      try deal.succeed("dana", "submit", "acme-onboarding")
        .contains("answers the return \(id) (missing-exclusion): There is X2 now."))
  }

  @Test func `a question holds acceptance up until it is answered`() throws {
    try deal.succeed("dana", "submit", "acme-onboarding")
    let id = try deal.type("sam", "ask", "acme-onboarding", "Who owns the ERP?", "--item", "P1")
      .text.split(separator: "\n").joined()
    #expect(deal.acme.text().contains("    to: dana@northwind.example\n    items: [P1]\n"))
    #expect(try deal.refuse("sam", "accept", "acme-onboarding").contains("[open-question]"))
    try deal.succeed("dana", "answer", "acme-onboarding/\(id)", "Ana Ruiz.")
    #expect(deal.acme.text().contains("    answered_by: dana@northwind.example\n"))
    try deal.succeed("sam", "accept", "acme-onboarding")
  }

  @Test func `a question after acceptance costs nobody an approval`() throws {
    try deal.accept()
    let said = try deal.succeed("sam", "ask", "acme-onboarding", "Who owns the ERP?")
    #expect(said.contains("acme-onboarding is in review until the question is answered"))
    let id = try #require(said.split(separator: "\n").first { $0.hasPrefix("Q-") })
    try deal.succeed("dana", "answer", "acme-onboarding/\(id)", "Ana Ruiz.")
    try deal.succeed("sam", "accept", "acme-onboarding")
    #expect(try deal.status() == "accepted")
  }

  @Test func `a risk that comes up after acceptance costs nobody an approval`() throws {
    try deal.accept()
    try deal.succeed(
      "sam", "add", "acme-onboarding", "risk", "The ERP moves in September.", "--severity", "low")
    try deal.acme.repository.git("commit", "-qam", "a risk", setting: deal.identity(of: "sam"))
    #expect(try deal.status() == "accepted")
    try deal.succeed("sam", "start", "acme-onboarding")
  }

  @Test func `changed words go back to review and need new approvals`() throws {
    try deal.accept()
    let said = try deal.succeed(
      "dana", "set", "acme-onboarding/X1", "text", "Dashboards except the weekly revenue report.")
    #expect(said.contains("acme-onboarding is back in review"))
    try deal.acme.repository.git("add", "-A")
    try deal.acme.repository.git(
      "commit", "-qm", "reworded", setting: deal.identity(of: "dana"))
    #expect(try deal.status() == "review")
    for person in ["dana", "lee"] { try deal.succeed(person, "approve", "acme-onboarding") }
    #expect(
      try deal.succeed("sam", "accept", "acme-onboarding").contains("acme-onboarding is accepted"))
  }

  @Test func `a handoff is cancelled and opened again with reasons`() throws {
    #expect(
      try deal.refuse("dana", "cancel", "acme-onboarding", status: 2)
        .contains("this needs a reason"))
    #expect(
      try deal.refuse("sam", "cancel", "acme-onboarding", "--reason", "No budget.")
        .contains("is for Dana Lee, or anybody with the role sales, to cancel"))
    try deal.succeed("dana", "cancel", "acme-onboarding", "--reason", "No budget.")
    #expect(try deal.message().contains("No budget."))
    #expect(
      try deal.refuse("sam", "approve", "acme-onboarding", "--role", "receiving")
        .contains("cancelled"))
    try deal.succeed("dana", "reopen", "acme-onboarding", "--reason", "Budget found.")
    #expect(try deal.status() == "draft")
    #expect(deal.acme.text().contains("reasons: [reopened]"))
    #expect(deal.acme.text().contains("note: Budget found."))
  }
}

@Suite struct StepProofTests {
  @Test func `an approval that slipped in under another name starts no work`() throws {
    let deal = try StepRepository()
    try deal.succeed("dana", "submit", "acme-onboarding")
    try deal.succeed("dana", "approve", "acme-onboarding")
    try deal.succeed("lee", "approve", "acme-onboarding")
    let git = deal.acme.repository
    // Past all gates, Dana takes Lee's approval for her own commit.
    try git.git("reset", "-q", "--soft", "HEAD~2")
    try git.git(
      "-c", "core.hooksPath=/dev/null", "commit", "-qm", "squashed",
      setting: deal.identity(of: "dana"))
    let said = try deal.refuse("sam", "accept", "acme-onboarding")
    #expect(said.contains("the pricing approval of "))
    #expect(said.contains("is not proven: Dana Lee added it, and it is not signed"))
    #expect(
      said.contains("Lee Ono approves it again: handoff approve acme-onboarding --role pricing"))
    try deal.succeed("lee", "approve", "acme-onboarding")
    try deal.succeed("sam", "accept", "acme-onboarding")
    #expect(try deal.status() == "accepted")
  }
}
