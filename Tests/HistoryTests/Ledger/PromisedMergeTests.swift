import TestSupport
import Testing

/// A merge is judged by what each side did.
struct PromisedMergeTests {
  let deal: DealRepository
  private let file = DealRepository.file

  init() throws {
    deal = try DealRepository()
    try deal.promise("one", "begin", on: "2026-03-01")
  }

  private func brief(_ words: String, more: String = "") -> String {
    DealRepository.brief(DealRepository.promise(words, more: more))
  }

  @Test func `what one side did is no change of the merge`() throws {
    try deal.branch("side") { try deal.promise("two", "reword", on: "2026-03-02") }
    try deal.commit("elsewhere", on: "2026-03-03", ["notes.txt": "x"])
    try deal.merge("side", on: "2026-03-04", [file: brief("two")])
    #expect(
      try deal.promised()[1] == "P1 stands: two | begin: added | reword: text [-one-] {+two+}")
    #expect(try deal.promised(on: "2026-03-03")[1].hasPrefix("P1 stands: one"))
  }

  @Test func `one side withdraws while the other rewords, and the merge has both`() throws {
    try deal.branch("side") {
      try deal.promise("one", "withdraw", on: "2026-03-02", more: "withdrawn: dear")
    }
    try deal.promise("two", "reword", on: "2026-03-03")
    try deal.merge("side", on: "2026-03-04", [file: brief("two", more: "withdrawn: dear")])
    #expect(
      try deal.promised()[1] == "P1 withdrawn: two | begin: added | withdraw: withdrawn dear "
        + "| reword: text [-one-] {+two+} | merge merged: withdrawn dear")
  }

  @Test func `a merge that takes older words over newer ones is told`() throws {
    try deal.branch("side") { try deal.promise("two", "reword", on: "2026-03-02") }
    try deal.commit("elsewhere", on: "2026-03-03", ["notes.txt": "x"])
    try deal.merge("side", subject: "ours", on: "2026-03-04", [file: brief("one")])
    #expect(
      try deal.promised()[1] == "P1 stands: one | begin: added | reword: text [-one-] {+two+} "
        + "| ours merged: text [-two-] {+one+}")
  }

  @Test func `a merge that leaves out what one side added loses it`() throws {
    try deal.branch("side") {
      try deal.commit(
        "exclude", on: "2026-03-02",
        [
          file: DealRepository.brief(
            DealRepository.promise("one") + "exclusions:\n  - id: X1\n    text: dashboards\n")
        ])
    }
    try deal.commit("elsewhere", on: "2026-03-03", ["notes.txt": "x"])
    try deal.merge("side", subject: "ours", on: "2026-03-04", [file: brief("one")])
    #expect(
      try deal.promised() == [
        "acme-onboarding 1", "P1 stands: one | begin: added",
        "X1 gone: dashboards | exclude: added | ours merged: lost",
      ])
  }

  @Test func `the same change on both sides is two changes and no third`() throws {
    try deal.branch("side") { try deal.promise("two", "there", on: "2026-03-02") }
    try deal.promise("two", "here", on: "2026-03-03")
    try deal.merge("side", on: "2026-03-04", [file: brief("two")])
    #expect(
      try deal.promised()[1] == "P1 stands: two | begin: added | there: text [-one-] {+two+} "
        + "| here: text [-one-] {+two+}")
  }

  @Test func `an octopus brings what each of its arms did`() throws {
    let list = { (ids: [String]) in
      DealRepository.brief(
        "promises:\n" + ids.map { "  - id: \($0)\n    text: words of \($0)\n" }.joined())
    }
    try deal.commit("list", on: "2026-03-02", [file: list(["P1"])])
    for arm in ["P2", "P3", "P4"] {
      try deal.branch(arm) {
        try deal.commit("add \(arm)", on: "2026-03-03", [file: list(["P1", arm])])
      }
    }
    try deal.merge("P2", "P3", "P4", on: "2026-03-04", [file: list(["P1", "P2", "P3", "P4"])])
    #expect(
      try deal.promised() == [
        "acme-onboarding 1",
        "P1 stands: words of P1 | begin: added | list: text [-one-] {+words of P1+}",
        "P2 stands: words of P2 | add P2: added", "P3 stands: words of P3 | add P3: added",
        "P4 stands: words of P4 | add P4: added",
      ])
  }

  @Test func `a brief that one side deleted and the merge keeps is alive`() throws {
    try deal.branch("side") {
      try deal.commit("delete", on: "2026-03-02", [file: nil])
    }
    try deal.promise("two", "reword", on: "2026-03-03")
    try deal.merge("side", on: "2026-03-04", [file: brief("two")])
    #expect(
      try deal.promised() == [
        "acme-onboarding 1", "P1 stands: two | begin: added | reword: text [-one-] {+two+}",
      ])
  }

  @Test func `a brief that a merge deletes ends there`() throws {
    try deal.branch("side") {
      try deal.commit("elsewhere", on: "2026-03-02", ["notes.txt": "x"])
    }
    try deal.promise("two", "reword", on: "2026-03-03")
    try deal.merge("side", on: "2026-03-04", [file: nil])
    #expect(
      try deal.promised() == [
        "acme-onboarding 1 ended: merge",
        "P1 stands: two | begin: added | reword: text [-one-] {+two+}",
      ])
  }
}
