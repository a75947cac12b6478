import Git
import TestSupport
import Testing

/// What `search` says of what it finds.
struct SearchTests {
  let deal: DealRepository
  private let file = DealRepository.file

  init() throws { deal = try DealRepository() }

  private func commit(_ lists: String, on day: String) throws {
    try deal.commit("commit", on: day, [file: DealRepository.brief(lists)])
  }

  private func search(_ words: String) throws -> String { try deal.handoff("search", words).text }

  @Test func `an item that is withdrawn is said to be so`() throws {
    try commit(DealRepository.promise("Import by us"), on: "2026-03-01")
    try commit(
      DealRepository.promise("Import by us", more: "withdrawn: They do it."), on: "2026-03-02")
    let answer = try search("import")
    #expect(answer.contains("\nitems and sections: 1 withdrawn\n"), "\(answer)")
    let commit = try deal.git.id("HEAD").description.prefix(12)
    let deed = "2026-03-02 by Dana Lee (\(commit))"
    #expect(
      answer.contains("P1  “Import by us” was withdrawn \(deed): They do it.\n"), "\(answer)")
    #expect(answer.contains("written 2026-03-01 by Dana Lee"), "\(answer)")
    #expect(try search("they do").ranges(of: "They do it.").count == 1)
    try deal.expectValid(
      try deal.handoff("search", "import", "--format", "json").text, by: "search")
  }

  @Test func `an item that is withdrawn for a reason with the same words is told once`() throws {
    try commit(DealRepository.promise("Import by us"), on: "2026-03-01")
    try commit(
      DealRepository.promise("Import by us", more: "withdrawn: They import it."), on: "2026-03-02")
    let answer = try search("import")
    #expect(answer.ranges(of: "promise P1").count == 1, "\(answer)")
    #expect(answer.contains("written 2026-03-01") && !answer.contains("written 2026-03-02"))
    let json = try deal.handoff("search", "import", "--format", "json").text
    #expect(json.contains(#""words":"Import by us","#), "\(json)")
    #expect(json.contains(#""stands":false,"standing":"withdrawn""#), "\(json)")
    #expect(json.ranges(of: #""words":"#).count == 2, "\(json)")
  }

  @Test func `what an item does not say itself is labelled`() throws {
    let quote = "quote: we could import it"
    try commit(DealRepository.promise("The move", more: quote), on: "2026-03-01")
    let answer = try search("import")
    #expect(answer.contains("  promise P1  The move\n              \(quote)\n"), "\(answer)")
  }

  @Test func `each hit is called by its kind, and items are counted, not their wordings`() throws {
    let exclusion = { (words: String, more: String) in
      "exclusions:\n  - id: X1\n    text: Training \(words)\n\(more)"
    }
    let promise = DealRepository.promise("Training, two days")
    try commit(promise + exclusion("on site", ""), on: "2026-03-01")
    try commit(promise + exclusion("at your site", ""), on: "2026-03-02")
    try commit(
      promise + exclusion("at your site", "    withdrawn: They bought it.\n"), on: "2026-03-03")
    let answer = try search("training")
    #expect(
      answer.contains("\nitems and sections: 1 in a draft, 1 withdrawn\n"), "\(answer)")
    #expect(answer.contains("  promise P1    Training, two days\n"), "\(answer)")
    #expect(answer.contains("  exclusion X1  “Training at your site” was withdrawn"), "\(answer)")
    let promised = try deal.handoff("promised", DealRepository.id).text
    #expect(promised.contains("exclusion X1  “Training at your site” was withdrawn"), "\(promised)")
  }

  @Test(arguments: [
    ("draft", "1 in a draft", "draft: not accepted as it stands\n"),
    ("review", "1 in review", "review: not accepted as it stands\n"),
    ("accepted", "1 standing", "accepted, but without what that needed: nobody approved it as "),
    ("cancelled", "1 in a cancelled handoff", "cancelled\n"),
  ])
  func `it is said whether what stands was accepted`(
    status: String, count: String, state: String
  ) throws {
    try deal.commit(
      "begin", on: "2026-03-01",
      [file: DealRepository.brief(DealRepository.promise("Import"), status: status)])
    let answer = try search("import")
    #expect(
      answer.hasPrefix("“import”\nitems and sections: \(count)\n\nacme-onboarding\n\(state)"),
      "\(answer)")
  }

  @Test func `words stand where only something else of the item changed`() throws {
    let question = "questions:\n  - id: Q1\n    text: Who owns the ERP?\n"
    try commit(question, on: "2026-03-01")
    try commit(question + "    answer: Ana does.\n", on: "2026-03-02")
    let answer = try search("erp")
    #expect(answer.contains("\nitems and sections: 1 in a draft\n"), "\(answer)")
    #expect(answer.contains("Q1  Who owns the ERP?\n"), "\(answer)")
    #expect(answer.contains("written 2026-03-01"), "\(answer)")
    #expect(!answer.contains("Ana"), "\(answer)")
    #expect(try search("ana").contains("written 2026-03-02"))
  }

  @Test func `of one item what stands comes first, then the newest`() throws {
    for (words, day) in [
      ("b report", "2026-03-01"), ("c report", "2026-03-02"),
      ("a report", "2026-03-03"), ("b report at last", "2026-03-04"),
    ] {
      try commit(DealRepository.promise(words), on: day)
    }
    let lines = try search("report").split(separator: "\n").filter { $0.contains("written") }
    #expect(
      lines.compactMap { $0.firstMatch(of: /2026-03-0\d/).map { String($0.0) } }
        == ["2026-03-04", "2026-03-03", "2026-03-02", "2026-03-01"], "\(lines)")
  }

  @Test func `where nothing is found, it is said what was searched`() throws {
    try commit(DealRepository.promise("one"), on: "2026-03-01")
    let answer = try deal.handoff("search", "zebra")
    #expect(answer.status == 1)
    #expect(
      answer.text.contains(
        "no item and no section of a summary in the history of HEAD holds these words\n"
          + "not searched: ids, deals, goals and other single fields, files of evidence, "
          + "other branches\n"),
      "\(answer.text)")
  }
}
