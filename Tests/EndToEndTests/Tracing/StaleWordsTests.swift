import Briefs
import Diagnostics
import Git
import Rules
import TestSupport
import Testing
import Workspace

/// A stale approval says which words changed, from history.
struct StaleWordsTests {
  @Test func `changing one word of an exclusion makes exactly the approvals that cover it stale`()
    throws
  {
    let repository = try approvedByAll()
    try repository.reword("text: none", "text: none at all")
    try repository.git.commit("elsewhere", ["notes.txt": "x\n"])
    let words = "since then X1 text: none {+at all+}"
    #expect(
      try stale(in: repository) == ["pricing: \(words)", "receiving: \(words)", "sales: \(words)"])
  }

  @Test func `what a reviewer does not cover keeps the reviewer's approval`() throws {
    let repository = try approvedByAll()
    try repository.reword("goal: one", "goal: two")
    try repository.git.commit("elsewhere", ["notes.txt": "x\n"])
    let words = "since then goal: [-one-] {+two+}"
    #expect(try stale(in: repository) == ["receiving: \(words)", "sales: \(words)"])
  }

  @Test func `the words are those of the newest approval, through a move and more changes`() throws
  {
    let repository = try approvedByAll()
    try repository.reword("goal: one", "goal: two")
    try repository.git.git("mv", "handoffs/acme", "handoffs/2026")
    try repository.git.commit("move")
    try repository.git.write(
      "handoffs/2026/acme-onboarding.md",
      try repository.text(in: "2026").replacingLast("goal: two", with: "goal: three"))
    #expect(
      try stale(in: repository) == [
        "receiving: since then goal: [-one-] {+three+}",
        "sales: since then goal: [-one-] {+three+}",
      ])
  }

  @Test func `a digest of no version is said to be so`() throws {
    let repository = try ApprovedRepository()
    try repository.record("sales", "dana", covers: "sha256:" + String(repeating: "0", count: 64))
    try repository.commit("of nothing", as: "dana")
    #expect(
      try stale(in: repository) == [
        "sales: no version in this history has the words that it covers"
      ])
  }

  @Test func `an uncovered field makes no approval stale`() throws {
    let repository = try approvedByAll()
    try repository.reword("account: Acme GmbH", "account: Acme AG")
    try repository.reword("source: E1", "source: E2")
    try repository.reword("quiet", "loud")
    #expect(try stale(in: repository) == [])
  }

  @Test func `a gate names the same words as the check`() throws {
    let repository = try approvedByAll()
    try repository.reword("text: none", "text: none at all")
    try repository.reword("status: draft", "status: accepted")
    let opened = try repository.git.open()
    let commit = try opened.commit(try repository.git.id("HEAD"))
    let gate = try ChangeJudge(repository: opened, concern: .errors).verdict(on: Change(commit))
    let words = "since then X1 text: none {+at all+}"
    #expect(
      stale(in: gate.diagnostics) == [
        "pricing: \(words)", "receiving: \(words)", "sales: \(words)",
      ])
    #expect(try stale(in: repository) == stale(in: gate.diagnostics))
  }

  private func approvedByAll() throws -> ApprovedRepository {
    let repository = try ApprovedRepository()
    try repository.approve("sales", "dana")
    try repository.approve("receiving", "sam")
    try repository.approve("pricing", "lee")
    return repository
  }

  private func stale(in repository: ApprovedRepository) throws -> [String] {
    let verdict = try WorkTreeCheck(repository: try repository.git.open())
      .verdict(on: [], author: nil, today: try #require(CalendarDate("2026-07-02")))
    return stale(in: verdict.diagnostics)
  }

  /// Each finding as `role: reason`, by role.
  private func stale(in diagnostics: [Diagnostic]) -> [String] {
    diagnostics.filter { $0.rule == "stale-approval" }.map { diagnostic in
      let words = diagnostic.message.split(separator: " ")
      let reason = diagnostic.message.firstRange(of: "no longer holds: ")?.upperBound
      return "\(words[1]): \(reason.map { String(diagnostic.message[$0...]) } ?? "")"
    }.sorted()
  }
}
