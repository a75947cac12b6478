import Git
import TestSupport
import Testing

/// A file becomes a brief without a change of its own where the policy widens where briefs stand.
struct WidenedPlacesTests {
  private let deal: DealRepository
  private let policy = DealRepository.policy + "briefs: [handoffs/**/*.md, drafts/**/*.md]\n"

  init() throws {
    deal = try DealRepository()
    try deal.promise("one", "begin", on: "2026-03-01")
    try deal.commit(
      "draft", on: "2026-03-02",
      ["drafts/beta.md": DealRepository.brief(DealRepository.promise("two"), id: "beta")])
  }

  private func answer(_ program: String, _ arguments: String...) throws -> String {
    try run(program, arguments, in: deal.git.path, environment: deal.git.variables).text
  }

  @Test func `its promises are told, with the index and without`() throws {
    #expect(try deal.promised("beta") == ["unknown"])
    try deal.commit("widen", on: "2026-03-03", ["handoff.yaml": policy])
    for _ in ["at HEAD", "behind it"] {
      #expect(
        try deal.promised("beta") == ["beta 1", "P1 stands: two | draft: added"])
      for arguments in [["promised", "beta"], ["log", "beta/P1"], ["proof", "beta/P1"]] {
        let told = try answer(HandoffProgram.path, arguments[0], arguments[1])
        #expect(told.contains("two"))
        #expect(try answer(deal.git.handoffWithoutIndex(), arguments[0], arguments[1]) == told)
      }
      try deal.commit("more", on: "2026-03-04", ["notes.txt": "more\n"])
    }
  }

  @Test func `one that was taken out behind that is told as gone`() throws {
    try deal.commit("widen", on: "2026-03-03", ["handoff.yaml": policy])
    try deal.commit("drop", on: "2026-03-04", ["drafts/beta.md": nil])
    let told = try answer(HandoffProgram.path, "promised", "beta")
    #expect(told.contains("not in the tree any more: taken out 2026-03-04 by Dana Lee"), "\(told)")
    #expect(try answer(deal.git.handoffWithoutIndex(), "promised", "beta") == told)
  }

  @Test func `a merge that takes the wider places from one side tells it, too`() throws {
    try deal.branch("wide") {
      try deal.commit("widen", on: "2026-03-03", ["handoff.yaml": policy])
    }
    try deal.commit("else", on: "2026-03-04", ["notes.txt": "more\n"])
    try deal.merge("wide", on: "2026-03-05", ["handoff.yaml": policy])
    let told = try answer(HandoffProgram.path, "promised", "beta")
    #expect(told.contains("P1  two\n"), "\(told)")
    #expect(try answer(deal.git.handoffWithoutIndex(), "promised", "beta") == told)
  }
}
