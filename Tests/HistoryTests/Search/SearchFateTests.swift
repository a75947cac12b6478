import Git
import TestSupport
import Testing

/// What `search` says became of the texts that it finds, and who did it.
struct SearchFateTests {
  let deal: DealRepository
  private let file = DealRepository.file

  init() throws { deal = try DealRepository() }

  @discardableResult
  private func commit(_ lists: String, on day: String, as person: String = "Dana Lee") throws
    -> Substring
  {
    let files = [file: DealRepository.brief(lists)]
    return try deal.commit("commit", on: day, as: person, files).description.prefix(12)
  }

  private func search(_ words: String, _ options: String...) throws -> String {
    try run(
      HandoffProgram.path, ["search", words] + options, in: deal.git.path,
      environment: deal.git.variables
    ).text
  }

  private func promises(_ words: String...) -> String {
    "promises:\n"
      + words.enumerated().map { "  - id: P\($0 + 1)\n    text: \($1)\n" }.joined()
  }

  @Test func `what was reworded and what was lost are told apart, with who did it`() throws {
    try commit(promises("weekly report", "weekly call", "else"), on: "2026-03-01")
    let reworded = try commit(
      promises("monthly report", "weekly call", "else"), on: "2026-03-02", as: "Sam Park")
    let lost = try commit(
      promises("quarterly report").replacing("P1", with: "P1\n    due: 2026-09-01"),
      on: "2026-03-03")
    let answer = try search("weekly")
    #expect(
      answer.contains("\nitems and sections: 1 reworded since, 1 not there any more\n"),
      "\(answer)")
    #expect(
      answer.contains(
        "promise P1  “weekly report” was reworded 2026-03-02 by Sam Park (\(reworded))\n"),
      "\(answer)")
    #expect(
      answer.contains("promise P2  “weekly call” was lost 2026-03-03 by Dana Lee (\(lost))\n"),
      "\(answer)")
    let json = try search("weekly", "--format", "json")
    for (standing, commit) in [("reworded", reworded), ("gone", lost)] {
      let ended =
        "\"standing\":\"\(standing)\",\"withdrawn\":null,\"ended\":{\"commit\":\"\(commit)"
      #expect(json.contains(ended), "\(json)")
    }
    try deal.expectValid(json, by: "search")
  }

  @Test func `what was lost with its file is told of the commit that deleted it`() throws {
    try commit(promises("weekly report"), on: "2026-03-01")
    let gone = try deal.commit("delete", on: "2026-03-02", as: "Sam Park", [file: nil])
    let answer = try search("weekly")
    #expect(answer.contains("\nacme-onboarding\nnot in the tree any more\n"), "\(answer)")
    #expect(
      answer.contains("was lost 2026-03-02 by Sam Park (\(gone.description.prefix(12)))"),
      "\(answer)")
  }

  @Test func `who ended what is the same without the index`() throws {
    try commit(promises("weekly report", "weekly call", "else"), on: "2026-03-01")
    try commit(promises("monthly report"), on: "2026-03-02")
    let program = deal.git.beside("bin/handoff")
    try writeFile(program, [])
    _ = try run("/bin/cp", ["-p", HandoffProgram.path, program], in: "/")
    let alone = try run(
      program, ["search", "weekly"], in: deal.git.path, environment: deal.git.variables)
    #expect(alone.errorText.ranges(of: "is not installed").count == 1, "\(alone.errorText)")
    #expect(alone.text == (try search("weekly")))
    #expect(alone.text.contains("was lost 2026-03-02 by Dana Lee"), "\(alone.text)")
  }

  @Test func `what is another item now is not called lost`() throws {
    try commit("promises:\n  - weekly report\n", on: "2026-03-01")
    try commit(promises("weekly report"), on: "2026-03-02")
    #expect(try search("weekly").contains("promise     “weekly report” is promise P1 now\n"))
    try commit(
      "exclusions:\n  - id: P1\n    text: weekly report\n", on: "2026-03-03")
    let answer = try search("weekly")
    #expect(answer.contains("promise P1    “weekly report” is exclusion P1 now\n"), "\(answer)")
    #expect(!answer.contains("lost"), "\(answer)")
  }

  @Test func `a section is reworded or not there any more`() throws {
    let text = { (section: String) in DealRepository.brief("") + section }
    try deal.commit("begin", on: "2026-03-01", [file: text("\n## Next steps\n\nWeekly.\n")])
    try deal.commit("change", on: "2026-03-02", [file: text("\n## Next steps\n\nMonthly.\n")])
    #expect(try search("weekly").contains("section Next steps  “Weekly.” was reworded since\n"))
    try deal.commit("change", on: "2026-03-03", [file: text("")])
    #expect(try search("weekly").contains("“Weekly.” is not there in these words any more\n"))
  }

  @Test func `an email record is told as what it is, once`() throws {
    let record = { (more: String) in
      "emails:\n  - kind: final\n    body: sha256:\(String(repeating: "a", count: 64))\n"
        + "    sent: 2026-03-01T10:00:00Z\n    to: ana@acme.example\n\(more)"
    }
    try commit(record(""), on: "2026-03-01")
    try commit(
      record(
        "    reply: corrected\n    replied: 2026-03-02T10:00:00Z\n"
          + "    replied_by: ana@acme.example\n    note: She wants Tuesdays\n"),
      on: "2026-03-02")
    let title = "final summary sent 2026-03-01T10:00:00Z to ana@acme.example: corrected"
    for words in ["ana", "tuesdays"] {
      let answer = try search(words)
      #expect(answer.contains("  email record  \(title)\n"), "\(answer)")
      #expect(answer.ranges(of: "email record").count == 1, "\(answer)")
      #expect(answer.ranges(of: "ana@acme").count == 1, "\(answer)")
      #expect(!answer.contains("sha256"), "\(answer)")
      #expect(answer.contains("She wants Tuesdays\n") == (words == "tuesdays"), "\(answer)")
    }
  }

  @Test(arguments: ["gone", "damaged", "no brief"])
  func `where the file cannot be read now, nothing is said to have ended`(fault: String) throws {
    try commit(promises("weekly report"), on: "2026-03-01")
    if fault == "no brief" {
      let broken = DealRepository.brief("promises: [").replacing("\n---\n", with: "\n")
      try deal.commit("break", on: "2026-03-02", [file: broken])
    } else {
      try commit(promises("monthly report"), on: "2026-03-02")
      let blob = try deal.git.id("HEAD:\(file)").description
      let path = "\(deal.git.path)/.git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))"
      _ = try run("/bin/rm", ["-f", path], in: "/")
      if fault == "damaged" { try writeFile(path, Array("damaged".utf8)) }
    }
    let answer = try search("weekly")
    #expect(answer.contains("\nitems and sections: 1 not known to stand\n"), "\(answer)")
    #expect(
      answer.contains("promise P1  “weekly report” cannot be told to stand or not\n"), "\(answer)")
    #expect(answer.contains("\nits file cannot be read as a brief, so what stands"), "\(answer)")
    #expect(!answer.contains("lost") && !answer.contains("any more"), "\(answer)")
    let json = try search("weekly", "--format", "json")
    #expect(json.contains("\"stands\":null,\"standing\":\"unknown\""), "\(json)")
    try deal.expectValid(json, by: "search")
  }
}
