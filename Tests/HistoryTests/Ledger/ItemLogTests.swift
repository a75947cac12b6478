import Git
import TestSupport
import Testing

struct ItemLogTests {
  let deal: DealRepository

  init() throws {
    deal = try DealRepository()
    try deal.promise("weekly report", "begin", on: "2026-03-01")
    try deal.promise("monthly report", "reword", on: "2026-03-02", as: "Sam Park")
    try deal.promise(
      "monthly report", "withdraw", on: "2026-03-03", more: "withdrawn: too dear")
  }

  @Test func `an item's life is told the newest change first, or as it happened`() throws {
    let ids = try deal.git.git("log", "--format=%H").split(separator: "\n").map { $0.prefix(12) }
    let answer = try deal.handoff("log", "acme-onboarding/P1")
    #expect(answer.status == 0)
    #expect(
      answer.text == """
        acme-onboarding/P1

        Promise: monthly report

        2026-03-03 by Dana Lee (\(ids[0]))
          P1  “monthly report” was withdrawn: too dear

        2026-03-02 by Sam Park (\(ids[1]))
          P1  [-weekly-] {+monthly+} report

        2026-03-01 by Dana Lee (\(ids[2]))
          P1  “weekly report” is new

        """, "\(answer.text)")
    let reversed = try deal.handoff("log", "acme-onboarding/P1", "--reverse").text
    let days = reversed.split(separator: "\n").filter { $0.hasPrefix("2026") }.map { $0.prefix(10) }
    #expect(days == ["2026-03-01", "2026-03-02", "2026-03-03"])
    for arguments in [["--format", "json"], ["--format", "json", "--reverse"]] {
      let json = try run(
        HandoffProgram.path, ["log", "acme-onboarding/P1"] + arguments, in: deal.git.path,
        environment: deal.git.variables)
      try deal.expectValid(json.text, by: "log")
    }
  }

  @Test func `a withdrawal that was taken back, and a move of the file, are told`() throws {
    try deal.promise("monthly report", "take back", on: "2026-03-04")
    let moved = "handoffs/bolt/acme-onboarding.md"
    let brief = DealRepository.brief(DealRepository.promise("monthly report"))
    try deal.commit("move", on: "2026-03-05", [DealRepository.file: nil, moved: brief])
    let log = try deal.handoff("log", "acme-onboarding/P1").text
    #expect(
      log.contains("“monthly report” is not withdrawn any more (it was: too dear)\n"), "\(log)")
    #expect(!log.contains("[-too dear-]"), "\(log)")
    let move = "  the file moved from \(DealRepository.file) to \(moved)\n"
    #expect(log.contains(move), "\(log)")
    let newest = try #require(log.split(separator: "\n").first { $0.hasPrefix("2026-") })
    #expect(newest.hasPrefix("2026-03-05"), "\(log)")
    let promised = try deal.handoff("promised", "acme-onboarding").text
    #expect(promised.contains(": is not withdrawn any more (it was: too dear)"), "\(promised)")
    let json = try deal.handoff("log", "acme-onboarding/P1", "--format", "json").text
    try deal.expectValid(json, by: "log")
  }

  @Test func `an item that is gone, and one in two lives of its brief, have a log`() throws {
    try deal.commit("drop", on: "2026-03-04", [DealRepository.file: DealRepository.brief("")])
    try deal.commit("delete", on: "2026-03-05", [DealRepository.file: nil])
    try deal.promise("anew", "begin anew", on: "2026-03-06")
    #expect(
      try deal.log("P1") == [
        "life 1", "begin: added", "reword: text [-weekly-] {+monthly+} report",
        "withdraw: withdrawn too dear", "drop: lost", "life 2", "begin anew: added",
      ])
  }

  @Test func `what cannot be told is said in words that help`() throws {
    for (typed, words) in [
      ("acme-onboarding", "names no item"),
      ("acme-onboarding/P7", "did you mean acme-onboarding/P1?"),
      ("acme-onboardng/P1", "did you mean acme-onboarding?"),
    ] {
      let answer = try deal.handoff("log", typed)
      #expect(answer.status == 2 && answer.errorText.contains(words), "\(answer.errorText)")
    }
  }
}
