import Git
import TestSupport
import Testing

/// What `search` says where more is found than anybody reads.
struct SearchLimitTests {
  let deal: DealRepository

  init() throws { deal = try DealRepository() }

  /// Commits briefs of which each has promises with the same words and a number.
  private func commit(
    _ briefs: [(id: String, words: String, numbers: ClosedRange<Int>)], on day: String
  ) throws {
    let files = briefs.map { id, words, numbers in
      let items = numbers.map { "  - id: P\($0)\n    text: \(words) \($0)\n" }.joined()
      return ("handoffs/\(id).md", DealRepository.brief("promises:\n" + items, id: id))
    }
    try deal.commit("commit", on: day, Dictionary(uniqueKeysWithValues: files))
  }

  private func search(_ arguments: String...) throws -> ChildProcess.Output {
    try search(arguments, by: HandoffProgram.path)
  }

  private func search(_ arguments: [String], by program: String) throws -> ChildProcess.Output {
    try run(
      program, ["search"] + arguments, in: deal.git.path, environment: deal.git.variables)
  }

  @Test func `twenty are told, the newest first, and the others are counted`() throws {
    try commit([("acme-old", "weekly report", 101...115)], on: "2026-03-01")
    try commit([("acme-new", "weekly plan", 101...110)], on: "2026-03-02")
    let short = try search("weekly")
    let lines = short.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(
      Array(lines[..<9]) == [
        "“weekly”",
        "items and sections: 25 in a draft",
        "20 of them are told: first what stands in accepted handoffs, then in others; of each the "
          + "newest",
        "", "acme-new", "draft: not accepted as it stands", "", "Found",
        "  promise P101  weekly plan 101",
      ])
    #expect(
      lines.suffix(3) == [
        "",
        "5 more items and sections hold these words: add a word to find fewer, or --all to see all",
        "",
      ])
    #expect(short.status == 0)

    let all = try search("weekly", "--all")
    let body = all.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(body[1] == "items and sections: 25 in a draft")
    #expect(body.filter { $0.hasPrefix("  promise P") }.count == 25)
    #expect(Array(body[2..<(lines.count - 4)]) == Array(lines[3...].dropLast(3)))
    #expect(!all.text.contains("--all"))
    #expect(try search("weekly", "report").text.contains("\nitems and sections: 15 in a draft\n"))
  }

  @Test func `what stands comes before what is withdrawn and gone, however old it is`() throws {
    try commit([("acme-old", "weekly report", 1...1)], on: "2026-03-01")
    try commit(
      [("acme-kept", "weekly plan", 1...1), ("acme-new", "weekly call", 101...220)],
      on: "2026-03-02")
    let withdrawn = DealRepository.promise("weekly plan 1", more: "withdrawn: They do it.")
    try deal.commit(
      "commit", on: "2026-03-03",
      [
        "handoffs/acme-kept.md": DealRepository.brief(withdrawn, id: "acme-kept"),
        "handoffs/acme-new.md": nil,
      ])
    let answer = try search("weekly").text
    let commit = try deal.git.id("HEAD").description.prefix(12)
    let told = answer.split(separator: "\n").filter {
      $0.hasPrefix("acme") || $0.hasPrefix("  promise P")
    }
    #expect(
      told.prefix(5) == [
        "acme-old", "  promise P1  weekly report 1", "acme-kept",
        "  promise P1  “weekly plan 1” was withdrawn 2026-03-03 by Dana Lee (\(commit)): They do it.",
        "acme-new",
      ], "\(answer)")
    #expect(told.count == 23)
    let counts = "“weekly”\nitems and sections: 1 in a draft, 1 withdrawn, 120 not there any more\n"
    #expect(answer.hasPrefix(counts + "20 of them are told: "), "\(answer)")
    #expect(answer.contains("\n102 more items and sections hold these words: "))
    #expect(try search("weekly", "--all").text.hasPrefix(counts))
  }

  @Test func `what stands in an accepted handoff comes before newer drafts, and Q2 before Q10`()
    throws
  {
    let accepted = DealRepository.brief(
      DealRepository.promise("weekly report"), id: "acme-kept", status: "started")
    try deal.commit("begin", on: "2026-03-01", ["handoffs/acme-kept.md": accepted])
    try commit([("acme-new", "weekly plan", 1...22)], on: "2026-03-02")
    try commit([("acme-new", "weekly plan", 1...21)], on: "2026-03-03")
    let answer = try search("weekly").text
    let counts = "“weekly”\nitems and sections: 1 standing, 21 in a draft, 1 not there any more\n"
    #expect(answer.hasPrefix(counts + "20 of them are told: "), "\(answer)")
    #expect(try search("weekly", "--all").text.hasPrefix(counts))
    let told = answer.split(separator: "\n").filter {
      $0.hasPrefix("acme") || $0.hasPrefix("  promise P")
    }.map { $0.split(separator: "  ")[0] }
    #expect(
      told == ["acme-kept", "promise P1", "acme-new"] + (1...19).map { "promise P\($0)" },
      "\(told)")
  }

  @Test func `one more is one more`() throws {
    try commit([("acme-new", "weekly plan", 1...21)], on: "2026-03-01")
    #expect(try search("weekly").text.contains("\n1 more item or section holds these words: "))
    try commit([("acme-new", "weekly plan", 1...20)], on: "2026-03-02")
    #expect(try search("weekly").text.contains("\n1 more item or section holds these words: "))
    #expect(try search("plan", "1").text.contains("\nitems and sections: 11 in a draft\n"))
  }

  @Test(arguments: [[], ["--all"], ["--format", "markdown"], ["--format", "html"]])
  func `the answer is the same with the index and without`(options: [String]) throws {
    try commit(
      [("acme-old", "weekly report", 1...90), ("acme-new", "weekly call", 1...30)],
      on: "2026-03-01")
    try commit(
      [("acme-old", "weekly plan", 60...90), ("acme-new", "monthly call", 1...9)],
      on: "2026-03-02")
    let program = deal.git.beside("bin/handoff")
    try writeFile(program, [])
    _ = try run("/bin/cp", ["-p", HandoffProgram.path, program], in: "/")
    let built = try search(["weekly"] + options, by: HandoffProgram.path)
    let kept = try search(["weekly"] + options, by: HandoffProgram.path)
    let without = try search(["weekly"] + options, by: program)
    #expect(without.errorText.contains("handoff-index is not installed"))
    #expect(built.status == 0 && kept.status == 0 && without.status == 0)
    #expect(built.text == without.text)
    #expect(kept.text == without.text)
    #expect(built.text.contains("100 more items and sections") == (options != ["--all"]))
  }

  @Test func `a program is given every one`() throws {
    try commit([("acme-new", "weekly plan", 1...200)], on: "2026-03-01")
    let json = try search("weekly", "--format", "json").text
    #expect(json == (try search("weekly", "--format", "json", "--all").text))
    #expect(json.ranges(of: "\"words\":\"weekly plan ").count == 200)
    #expect(json.utf8.count > 1 << 16)
    try deal.expectValid(json, by: "search")
  }

  @Test func `items without ids are counted by their words`() throws {
    let promises = (1...30).map { "  - weekly plan \($0)\n" }.joined()
    try deal.commit(
      "begin", on: "2026-03-01",
      [DealRepository.file: DealRepository.brief("promises:\n" + promises)])
    let answer = try search("weekly").text
    #expect(
      answer.contains("\nitems and sections: 30 in a draft\n20 of them are told"), "\(answer)")
    #expect(answer.ranges(of: "weekly plan").count == 20, "\(answer)")
  }

  @Test func `a section is found however long its heading is`() throws {
    let heading = "Zebra " + String(repeating: "x", count: 70_000)
    try deal.commit(
      "begin", on: "2026-03-01",
      [DealRepository.file: DealRepository.brief("") + "\n## \(heading)\n\nA giraffe.\n"])
    #expect(try search("zebra", "giraffe").text.contains("\nitems and sections: 1 in a draft\n"))
  }
}
