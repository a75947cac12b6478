import Git
import TestSupport
import Testing

/// A version that is no brief is passed over: the one that mends it is compared with the last that
/// was.
struct BrokenVersionTests {
  private let deal: DealRepository

  init() throws {
    deal = try DealRepository()
    let bounds = "exclusions:\n  - id: X2\n    text: training\n"
    let kept = "  - id: P2\n    text: support\n"
    try deal.commit(
      "begin", on: "2026-03-01",
      [
        DealRepository.file: DealRepository.brief(
          DealRepository.promise("weekly report") + kept + bounds)
      ])
    try deal.commit(
      "break", on: "2026-03-02", as: "Sam Park",
      [DealRepository.file: DealRepository.brief("goal: [")])
    try deal.commit(
      "mend", on: "2026-03-03",
      [
        DealRepository.file: DealRepository.brief(DealRepository.promise("hourly report") + kept)
      ])
  }

  @Test func `a rewording behind broken YAML shows the words struck and added`() throws {
    #expect(
      try deal.log("P1") == [
        "life 1", "begin: added", "break: lost", "mend: text [-weekly-] {+hourly+} report",
      ])
    #expect(
      try deal.log("P2") == ["life 1", "begin: added", "break: lost", "mend: brought back"])
    let promised = try deal.handoff("promised", "acme-onboarding").text
    #expect(promised.contains("text: [-weekly-] {+hourly+} report"), "\(promised)")
    #expect(promised.contains("the file could not be read as a brief"), "\(promised)")
  }

  @Test func `what the mending commit lost has an entry there`() throws {
    #expect(try deal.log("X2") == ["life 1", "begin: added", "break: lost", "mend: lost"])
    let id = try deal.git.id("HEAD").description.prefix(12)
    let promised = try deal.handoff("promised", "acme-onboarding").text
    #expect(
      promised.contains("“training” was lost 2026-03-03 by Dana Lee (\(id))"), "\(promised)")
  }
}
