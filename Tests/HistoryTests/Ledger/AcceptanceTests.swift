import Git
import TestSupport
import Testing

/// Who accepted a handoff, as answers about its promises tell it.
struct AcceptanceTests {
  private let deal: DealRepository

  init() throws {
    deal = try DealRepository()
    try deal.promise("one", "begin", on: "2026-03-01")
    try accepted("one", "accept", on: "2026-03-02", as: "Sam Park")
  }

  private func accepted(
    _ words: String, _ subject: String, on day: String, as person: String, more: String = ""
  ) throws {
    try deal.commit(
      subject, on: day, as: person,
      [
        DealRepository.file: DealRepository.brief(
          DealRepository.promise(words), status: "accepted", more: more)
      ])
  }

  @Test func `while a brief is accepted, who accepted it and when is told`() throws {
    let text = try deal.handoff("promised", "acme-onboarding").text
    #expect(text.contains("\nset to accepted 2026-03-02 by Sam Park ("), "\(text)")
  }

  @Test func `a later commit of the accepted brief did not accept it`() throws {
    try accepted("one", "record an email", on: "2026-03-03", as: "Dana Lee", more: "goal: more")
    try deal.commit(
      "reopen", on: "2026-03-04",
      [
        DealRepository.file: DealRepository.brief(
          DealRepository.promise("two"), status: "review")
      ])
    let text = try deal.handoff("promised", "acme-onboarding").text
    #expect(text.contains("set to accepted 2026-03-02 by Sam Park"), "\(text)")
  }

  @Test func `a deletion that is taken back is no acceptance`() throws {
    try deal.commit("delete", on: "2026-03-03", [DealRepository.file: nil])
    try accepted("one", "restore", on: "2026-03-04", as: "Dana Lee")
    let text = try deal.handoff("promised", "acme-onboarding").text
    #expect(text.contains("\nset to accepted 2026-03-02 by Sam Park ("), "\(text)")
  }

  @Test func `where history is cut short nobody is said to have accepted`() throws {
    try accepted("one", "later", on: "2026-03-03", as: "Dana Lee", more: "goal: more")
    let clone = deal.git.beside("shallow")
    try deal.git.git("clone", "-q", "--depth", "1", "file://\(deal.git.path)", clone)
    let text = try deal.handoff("promised", "acme-onboarding", "--incomplete-ok", in: clone).text
    #expect(!text.contains("set to accepted 2026-03-03 by"), "\(text)")
    #expect(text.contains("where history here begins"), "\(text)")
  }
}
