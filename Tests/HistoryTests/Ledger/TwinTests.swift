import TestSupport
import Testing

/// A second file with a brief's id, which goes on when the first leaves the tree.
struct TwinTests {
  private let deal: DealRepository
  private let twin = "handoffs/z/acme-onboarding.md"

  init() throws {
    deal = try DealRepository()
    try deal.commit("begin", on: "2026-03-01", [DealRepository.file: brief("weekly report")])
  }

  private func brief(_ words: String, training: String? = "training", more: String = "") -> String {
    let bounds = training.map { "exclusions:\n  - id: X2\n    text: \($0)\n" } ?? ""
    return DealRepository.brief(DealRepository.promise(words) + more + bounds)
  }

  private func removeOriginal() throws {
    try deal.commit("remove", on: "2026-03-08", as: "Lee Ono", [DealRepository.file: nil])
  }

  @Test func `what a twin does not say any more is told of the commit that made it`() throws {
    try deal.commit(
      "twin", on: "2026-03-02", as: "Sam Park", [twin: brief("FREE report", training: nil)])
    try removeOriginal()
    #expect(
      try deal.promised() == [
        "acme-onboarding 1",
        "P1 stands: FREE report | begin: added | twin: text [-weekly-] {+FREE+} report",
        "X2 gone: training | begin: added | twin: lost",
      ])
    #expect(try deal.log("X2") == ["life 1", "begin: added", "twin: lost"])
    #expect(
      try deal.log("P1") == ["life 1", "begin: added", "twin: text [-weekly-] {+FREE+} report"])
    let log = try deal.handoff("log", "acme-onboarding/X2").text
    #expect(log.contains("it is not in the brief any more"), "\(log)")
  }

  @Test func `what the first file said since is told of the commit that took it away`() throws {
    try deal.commit("twin", on: "2026-03-02", as: "Sam Park", [twin: brief("weekly report")])
    try deal.commit(
      "more", on: "2026-03-03",
      [
        DealRepository.file: brief(
          "daily report", training: "training on site", more: "  - id: P3\n    text: support\n")
      ])
    try removeOriginal()
    #expect(
      try deal.log("P1") == ["life 1", "begin: added", "remove: text [-daily-] {+weekly+} report"])
    #expect(
      try deal.log("X2") == ["life 1", "begin: added", "remove: text training [-on site-]"])
    #expect(try deal.log("P3") == ["life 1", "more: added", "remove: lost"])
    #expect(try deal.promised().contains("P3 gone: support | more: added | remove: lost"))
  }

  @Test func `two files of one id at the moment asked about are mentioned`() throws {
    try deal.commit("twin", on: "2026-03-02", [twin: brief("weekly report")])
    for (command, name) in [("promised", "acme-onboarding"), ("log", "acme-onboarding/P1")] {
      let text = try deal.handoff(command, name).text
      #expect(text.contains("the same id stands in \(twin) too"), "\(text)")
      let json = try deal.handoff(command, name, "--format", "json").text
      #expect(json.contains("\"namesakes\":[\"\(twin)\"]"), "\(json)")
      try deal.expectValid(json, by: command)
    }
    try removeOriginal()
    let later = try deal.handoff("promised", "acme-onboarding").text
    #expect(!later.contains("the same id"), "\(later)")
    let alone = try deal.handoff("promised", "acme-onboarding", "--format", "json").text
    #expect(alone.contains("\"namesakes\":[],\"readable\":true"), "\(alone)")
    let then = try deal.handoff("promised", "acme-onboarding", "--on", "2026-03-03").text
    #expect(then.contains("the same id stands in"), "\(then)")
  }
}
