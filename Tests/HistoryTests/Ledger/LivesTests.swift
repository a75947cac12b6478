import Git
import TestSupport
import Testing

/// The lives of an id that left the tree and came back.
struct LivesTests {
  private let deal: DealRepository

  init() throws {
    deal = try DealRepository()
  }

  /// An id in two lives, whose clocks say that the later one came first.
  private func reuse(firstOn first: String, secondOn second: String) throws {
    try deal.promise("kept in the EU", "begin", on: first)
    try deal.commit("delete", on: first, [DealRepository.file: nil])
    try deal.promise("kept in Switzerland", "begin anew", on: second)
  }

  @Test(arguments: [
    ("2026-03-05", "2026-03-05"), ("2026-03-05", "2026-03-01"), ("2026-03-01", "2026-03-05"),
  ])
  func `lives come in the order of history, whatever the clocks say`(
    first: String, second: String
  ) throws {
    try reuse(firstOn: first, secondOn: second)
    let log = ["life 1", "begin: added", "life 2", "begin anew: added"]
    #expect(try deal.log("P1") == log)
    try deal.commit("ahead", on: "2027-01-01")
    try deal.commit("later", on: "2026-03-09")
    #expect(try deal.log("P1") == log)
    #expect(
      try deal.promised() == [
        "acme-onboarding 1 ended: delete", "P1 stands: kept in the EU | begin: added",
        "acme-onboarding 2", "P1 stands: kept in Switzerland | begin anew: added",
      ])
    #expect(!(try deal.handoff("log", "acme-onboarding/P1").text.contains("not in the brief")))
    let proof = try deal.handoff("proof", "acme-onboarding/P1", "--format", "json").text
    #expect(proof.contains(#""words":"kept in Switzerland""#))
    #expect(proof.contains("added it: “kept in the EU”"))
  }

  @Test func `a deletion that is taken back interrupts a life, and uses no id again`() throws {
    try deal.promise("one", "begin", on: "2026-03-01")
    try deal.promise("two", "reword", on: "2026-03-02")
    try deal.commit("delete", on: "2026-03-03", as: "Sam Park", [DealRepository.file: nil])
    #expect(
      try deal.promised() == [
        "acme-onboarding 1 ended: delete",
        "P1 stands: two | begin: added | reword: text [-one-] {+two+}",
      ])
    try deal.git.git(
      "revert", "--no-edit", "HEAD",
      setting: [
        "GIT_AUTHOR_DATE": "2026-03-04T12:00:00Z", "GIT_COMMITTER_DATE": "2026-03-04T12:00:00Z",
      ])
    let changes = [
      "begin: added", "reword: text [-one-] {+two+}", "delete: lost",
      "Revert \"delete\": brought back",
    ]
    #expect(try deal.log("P1") == ["life 1"] + changes)
    #expect(
      try deal.promised() == [
        "acme-onboarding 1", "P1 stands: two | " + changes.joined(separator: " | "),
      ])
    let text = try deal.handoff("promised", "acme-onboarding").text
    #expect(text.contains("begun 2026-03-01") && !text.contains("used again"), "\(text)")
    let between = try deal.promised(on: "2026-03-03")
    #expect(between.first == "acme-onboarding 1 ended: delete", "\(between)")
  }

  @Test func `a deletion on a branch that is taken back there, and merged, is one life`() throws {
    try deal.promise("one", "begin", on: "2026-03-01")
    try deal.branch("side") {
      try deal.commit("delete", on: "2026-03-02", [DealRepository.file: nil])
      try deal.promise("one", "restore", on: "2026-03-03")
    }
    try deal.promise("two", "reword", on: "2026-03-04")
    try deal.merge("side", on: "2026-03-05", [:])
    let log = try deal.log("P1")
    #expect(log.first == "life 1" && log.filter { $0.hasPrefix("life") }.count == 1, "\(log)")
  }

  @Test func `a merge with a branch from before a deletion lost nothing that the deletion did`()
    throws
  {
    try deal.promise("one", "begin", on: "2026-03-01")
    let exclusion = "exclusions:\n  - id: X1\n    text: dashboards\n"
    let file = DealRepository.file
    try deal.commit(
      "exclude", on: "2026-03-02",
      [file: DealRepository.brief(DealRepository.promise("one") + exclusion)])
    try deal.branch("side") { try deal.commit("elsewhere", on: "2026-03-02", ["notes.txt": "x"]) }
    try deal.commit("delete", on: "2026-03-03", [file: nil])
    try deal.promise("two", "again", on: "2026-03-04")
    try deal.merge(
      "side", on: "2026-03-05",
      [file: DealRepository.brief(DealRepository.promise("two")), "notes.txt": "x"])
    #expect(
      try deal.log("X1") == ["life 1", "exclude: added", "delete: lost"])
    #expect(
      try deal.log("P1") == [
        "life 1", "begin: added", "delete: lost", "again: text [-one-] {+two+}",
      ])
    #expect(try deal.promised().contains("X1 gone: dashboards | exclude: added | delete: lost"))
  }
}
