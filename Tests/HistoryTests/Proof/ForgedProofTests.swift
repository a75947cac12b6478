import Git
import TestSupport
import Testing

/// Pages that somebody edited to say something else: the commands do not print what they say.
struct ForgedProofTests {
  private let deal: DealRepository

  init() throws {
    deal = try DealRepository()
  }

  /// The commands that do not print what a page says, in which some words were exchanged.
  private func failed(
    _ page: ProvenPage, _ exchanged: [(String, String)]
  ) throws -> [String] {
    let json = exchanged.reduce(page.json) { $0.replacing($1.0, with: $1.1) }
    return try ProvenPage(json: json).untrue(in: deal.git.path, deal.git)
  }

  @Test func `a merge cannot be named for what one of its sides brought`() throws {
    try deal.put("goal: fast\n", "begin", on: "2026-03-01", status: "review")
    try deal.branch("side") {
      try deal.put(
        DealRepository.promise("weekly report"), "slip", on: "2026-03-02", status: "accepted")
    }
    let dana = try deal.git.id("side")
    try deal.commit("other", on: "2026-03-03", as: "Sam Park", ["notes.txt": "x"])
    try deal.git.git("merge", "-q", "--no-ff", "--no-edit", "side")
    let merge = try deal.git.id("HEAD")
    let page = try deal.proof()
    let failed = try failed(page, [("\(dana)", "\(merge)")])
    let parents = "\(merge) \(try deal.git.id("HEAD^1")) \(dana)"
    #expect(failed.contains { $0.contains("--parents -n 1 \(merge)\n\(parents)") }, "\(failed)")
  }

  @Test func `a commit cannot be named for evidence that a root commit brought`() throws {
    let call = "evidence/acme-call.md"
    let alone = try TestRepository()
    let words = DealRepository.promise("weekly report", more: "source: E1#L1")
    let evidence = "evidence:\n  - id: E1\n    kind: call-notes\n    file: \(call)\n"
    let root = try alone.commit(
      "begin",
      [
        call: "a weekly report\n", "handoff.yaml": DealRepository.policy,
        DealRepository.file: DealRepository.brief(words + evidence),
      ])
    let later = try alone.commit("later", ["notes.txt": "x"])
    let page = try ProvenPage(of: "acme-onboarding/P1", in: alone.path, alone)
    #expect(try page.untrue(in: alone.path, alone) == [])
    let forged = try ProvenPage(json: page.json.replacing("\(root)", with: "\(later)"))
    let failed = try forged.untrue(in: alone.path, alone)
    #expect(failed.contains { $0.contains("-1 \(later) -- \(call)") }, "\(failed)")
    #expect(failed.contains { $0.contains("--parents -n 1 \(later)") }, "\(failed)")
  }

  @Test func `somebody else cannot be named for a withdrawal`() throws {
    try deal.promise("weekly report", "begin", on: "2026-03-01")
    let dana = try deal.promise(
      "weekly report", "withdraw", on: "2026-03-02", more: "withdrawn: too dear")
    let sam = try deal.commit("later", on: "2026-03-03", as: "Sam Park", ["notes.txt": "x"])
    let page = try deal.proof()
    let failed = try failed(page, [("\(dana)", "\(sam)")])
    #expect(failed.contains { $0.contains("\(sam)^:") && $0.contains("too dear") }, "\(failed)")
  }

  @Test(arguments: ["\n", "\r\n"])
  func `the last lines of an item cannot be left out`(lineEnd: String) throws {
    let lists =
      DealRepository.promise("weekly report", more: "withdrawn: too dear")
      + "\n# What else we said:\n  - id: P2\n    text: monthly report\n"
    try deal.commit(
      "begin", on: "2026-03-01",
      [DealRepository.file: DealRepository.brief(lists).replacing("\n", with: lineEnd)])
    let page = try deal.proof()
    let lines = "    withdrawn: too dear\\u000a\\u000a# What else we said:\\u000a  - id: P2"
    #expect(page.json.contains(lines), "\(page.json)")
    let failed = try failed(page, [(lines, "  - id: P2")])
    #expect(failed.contains { $0.contains("too dear") }, "\(failed)")
  }

  @Test func `words of another field of the front-matter cannot be shown as the item`() throws {
    let note = "x-notes: |\n  - id: P1\n    text: free of charge\n"
    let brief = DealRepository.brief(DealRepository.promise("weekly report") + note)
    try deal.commit("begin", on: "2026-03-01", [DealRepository.file: brief])
    let page = try deal.proof()
    let lines = brief.split(separator: "\n", omittingEmptySubsequences: false)
    let own = try #require(lines.firstIndex(of: "  - id: P1")) + 1
    let other = try #require(lines.lastIndex(of: "  - id: P1")) + 1
    let failed = try failed(
      page, [("{\(own),/", "{\(other),/"), ("weekly report", "free of charge")])
    #expect(failed.contains { $0.contains("{\(other),/") }, "\(failed)")
  }
}
