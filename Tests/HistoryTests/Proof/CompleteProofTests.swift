import Briefs
import Diagnostics
import Git
import TestSupport
import Testing

/// What a sceptic must be told beside the item itself: who typed an answer, what came later, and what
/// stood before and elsewhere.
struct CompleteProofTests {
  private let deal: DealRepository
  private let file = DealRepository.file

  init() throws {
    deal = try DealRepository()
  }

  /// The brief with a record of its final summary as sent.
  private func sent(_ answer: String) throws -> String {
    let text = DealRepository.brief(DealRepository.promise("weekly report"))
    let brief = try #require(Brief(reading: SourceText(text)))
    let body = SummaryContent(of: brief, kind: .final).digest
    return text.replacing(
      "promises:\n",
      with: "emails:\n  - kind: final\n    body: \(body)\n    sent: 2026-03-02\n    "
        + "to: [ana@acme.example]\n\(answer)promises:\n")
  }

  @Test func `each commit that typed the client's answer is named, from both sides`() throws {
    try deal.promise("weekly report", "begin", on: "2026-03-01")
    try deal.commit("sent", on: "2026-03-02", [file: sent("")])
    let answer = "    reply: corrected\n    replied: 2026-03-03\n    replied_by: ana@acme.example\n"
    try deal.commit(
      "answer", on: "2026-03-03", as: "Sam Park",
      [file: sent(answer + "    how: phone\n    note: Tuesdays\n")])
    try deal.commit("other", on: "2026-03-04", ["notes.txt": "x"])
    let kim = try deal.commit(
      "doctor", on: "2026-03-05", as: "Kim Roe",
      [file: sent(answer.replacing("corrected", with: "confirmed") + "    how: phone\n")])
    let shown = try deal.proof()
    #expect(shown.says("2026-03-02, Dana Lee"), "\(shown.facts)")
    #expect(shown.says(": wrote the record."))
    #expect(shown.says("2026-03-03, Sam Park"))
    #expect(shown.says("changed the record: reply is “corrected”; replied is “2026-03-03”"))
    #expect(shown.says("2026-03-05, Kim Roe"))
    #expect(
      shown.says("reply is “confirmed”, was “corrected”; note “Tuesdays” was taken away"),
      "\(shown.facts)")
    #expect(shown.says("confirmed on 2026-03-03, given by ana@acme.example (phone)."))
    #expect(shown.says("typed into the brief by whoever the commits above name"))
    #expect(!shown.says("recorded by"))
    #expect(!shown.json.contains("the words that were sent"))
    #expect(
      shown.checks.contains { $0.command.contains("\(kim)^:") && $0.prints.contains("corrected") })
    #expect(
      shown.checks.contains { $0.command.contains("-F -e 'kind: final'") && $0.prints == "gone" })
  }

  @Test func `a page about an earlier day tells what later commits did to the item`() throws {
    try deal.promise("weekly report", "begin", on: "2026-03-01")
    #expect(try !deal.proof().says("This page stops"))
    try deal.commit("other", on: "2026-03-02", ["notes.txt": "x"])
    var shown = try deal.proof(["--on", "2026-03-01"])
    #expect(shown.says("This page stops at commit"), "\(shown.facts)")
    #expect(shown.says("No later commit changed it"))
    try deal.promise("monthly report", "reword", on: "2026-03-03", as: "Sam Park")
    try deal.promise(
      "monthly report", "withdraw", on: "2026-03-04", as: "Kim Roe", more: "withdrawn: too dear")
    shown = try deal.proof(["--on", "2026-03-01"])
    #expect(shown.says("Sam Park, commit"), "\(shown.facts)")
    #expect(shown.says("changed it: “monthly report”"))
    #expect(shown.says("withdrew it: “too dear”"))
    #expect(!shown.says("No later commit"))
    try deal.commit("delete", on: "2026-03-05", as: "Sam Park", [file: nil])
    shown = try deal.proof(["--on", "2026-03-01"])
    #expect(shown.says("2026-03-05, Sam Park, commit"), "\(shown.facts)")
    #expect(shown.says("took the brief out of the tree"))
  }

  @Test func `an earlier life of an id that was used again is told`() throws {
    try deal.promise("weekly report", "begin", on: "2026-03-01")
    try deal.promise("hourly report", "reword", on: "2026-03-02", as: "Sam Park")
    try deal.commit("delete", on: "2026-03-03", as: "Sam Park", [file: nil])
    try deal.promise("yearly report", "anew", on: "2026-03-04")
    let shown = try deal.proof()
    #expect(shown.json.contains(#""words":"yearly report""#))
    #expect(shown.says("In life 1 of it there was an item P1 too"), "\(shown.facts)")
    #expect(shown.says("changed it: “hourly report”"))
    #expect(shown.says("took the brief out of the tree"))
  }

  @Test func `a deletion on a branch that a merge did not take is told`() throws {
    try deal.promise("weekly report", "begin", on: "2026-03-01")
    try deal.branch("side") {
      try deal.commit("delete", on: "2026-03-02", as: "Sam Park", [file: nil])
    }
    let text = DealRepository.brief(DealRepository.promise("weekly report") + "goal: fast\n")
    try deal.commit("other", on: "2026-03-03", [file: text])
    try deal.merge("side", on: "2026-03-04", [file: text])
    let shown = try deal.proof()
    #expect(shown.says("took the brief out of the tree"), "\(shown.facts)")
    #expect(shown.says("2026-03-02, Sam Park"))
  }

  @Test func `the items before and after one that is carried on are named`() throws {
    try deal.promise("weekly report", "begin", on: "2026-03-01")
    let next = "handoffs/acme/acme-success.md"
    let carried = DealRepository.promise(
      "weekly report", id: "P7", more: "carried: acme-onboarding/P1")
    let carry = try deal.commit(
      "carry", on: "2026-03-02", as: "Sam Park",
      [
        next: DealRepository.brief(carried, id: "acme-success", more: "after: [acme-onboarding]")
      ])
    var shown = try deal.proof(of: "acme-success/P7")
    #expect(shown.says("handoff proof acme-onboarding/P1"), "\(shown.facts)")
    shown = try deal.proof()
    #expect(shown.says("2026-03-02, Sam Park"), "\(shown.facts)")
    #expect(shown.says("handoff proof acme-success/P7"))
    let later = try deal.commit("other", on: "2026-03-03", ["notes.txt": "x"])
    let forged = try ProvenPage(json: shown.json.replacing("\(carry)", with: "\(later)"))
    let failed = try forged.untrue(in: deal.git.path, deal.git)
    #expect(failed.contains { $0.contains("\(later)^") && $0.contains(next) }, "\(failed)")
    shown = try deal.proof(["--on", "2026-03-01"])
    #expect(shown.says("carries it on as acme-success/P7"), "\(shown.facts)")
    #expect(!shown.json.contains("The handoffs before and after"))
  }
}
