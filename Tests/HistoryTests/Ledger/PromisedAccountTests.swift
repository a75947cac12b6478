import Git
import TestSupport
import Testing

/// What was promised in all handoffs of an account.
struct PromisedAccountTests {
  let deal: DealRepository

  init() throws {
    deal = try DealRepository()
    try deal.commit(
      "sdr", on: "2026-03-01",
      [
        "handoffs/acme/acme-sdr.md": DealRepository.brief(
          DealRepository.promise("a call"), id: "acme-sdr")
      ])
    try deal.commit(
      "delivery", on: "2026-03-02",
      [
        "handoffs/acme/acme-delivery.md": DealRepository.brief(
          DealRepository.promise("a call", id: "P9", more: "carried: acme-sdr/P1"),
          id: "acme-delivery", account: "Acme Holding", more: "after: [acme-sdr]"),
        "handoffs/borealis/borealis.md": DealRepository.brief(
          DealRepository.promise("no"), id: "borealis", account: "Borealis"),
      ])
  }

  private func briefs(_ account: String, on: String? = nil) throws -> [String] {
    try deal.promised(account, on: on, isAccount: true).filter { !$0.hasPrefix("P") }
  }

  @Test func `all handoffs are told, along what comes after what, in both directions`() throws {
    #expect(try briefs("Acme GmbH") == ["acme-sdr 1", "acme-delivery 1"])
    #expect(try briefs("acme   GMBH") == ["acme-sdr 1", "acme-delivery 1"])
    #expect(try briefs("Acme Holding") == ["acme-sdr 1", "acme-delivery 1"])
    #expect(try briefs("Borealis") == ["borealis 1"])
    #expect(try briefs("Acme GmbH", on: "2026-03-01") == ["acme-sdr 1"])
    #expect(try briefs("Acme") == ["unknown"])
  }

  @Test func `a handoff that was deleted, or names another account by now, is told too`() throws {
    try deal.commit("delete", on: "2026-03-03", ["handoffs/acme/acme-sdr.md": nil])
    #expect(try briefs("Acme GmbH") == ["acme-sdr 1 ended: delete", "acme-delivery 1"])
    try deal.commit(
      "rename", on: "2026-03-04",
      [
        "handoffs/borealis/borealis.md": DealRepository.brief(
          DealRepository.promise("no"), id: "borealis", account: "Borealis AG")
      ])
    #expect(try briefs("Borealis") == ["borealis 1"])
  }

  @Test func `a near miss is given the nearest name`() throws {
    for (typed, meant) in [
      ("Acme GmbX", "'Acme GmbH'"), ("acme-sdx", "acme-sdr"), ("Borealiss", "borealis"),
      ("Acme", "'Acme GmbH'"),
    ] {
      let answer = try deal.handoff("promised", typed)
      #expect(answer.status == 2)
      #expect(answer.errorText.contains("did you mean \(meant)?"), "\(answer.errorText)")
    }
    let far = try deal.handoff("promised", "Zebra")
    #expect(far.errorText.contains("handoff list"), "\(far.errorText)")
  }

  @Test func `a brief is told by its file, and an account that is called like one by its flag`()
    throws
  {
    let file = try deal.handoff("promised", "handoffs/acme/acme-sdr.md").text
    #expect(file.contains("a call") && !file.contains("P9"))
    let brief = try deal.handoff("promised", "borealis").text
    #expect(brief.hasPrefix("What we promised: borealis\n"))
    let account = try deal.handoff("promised", "borealis", "--account").text
    #expect(account.hasPrefix("What we promised: Borealis\n"))
  }

  @Test func `the log of an item tells who carries it on`() throws {
    #expect(
      try deal.log("P1", of: "acme-sdr") == [
        "life 1", "sdr: added", "carried by acme-delivery/P9",
      ])
    #expect(try deal.log("P9", of: "acme-delivery") == ["life 1", "delivery: added"])
    let text = try deal.handoff("log", "acme-delivery/P9").text
    #expect(text.contains("carried on from acme-sdr/P1"), "\(text)")
  }
}
