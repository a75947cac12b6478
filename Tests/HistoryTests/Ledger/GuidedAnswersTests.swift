import Git
import TestSupport
import Testing

/// Answers from history, with the index and without it: the same to the byte.
struct GuidedAnswersTests {
  private static let text = ModelHistory.Content(id: ModelHistory.ids[0]).text
  private static let other = text.replacing("none", with: "Dashboards")

  @Test func `what a merge takes out is told to be gone in the merge`() throws {
    let repository = try TestRepository()
    try repository.commit("begin", ["handoffs/a.md": Self.text])
    try repository.commit("add", ["handoffs/a.md": Self.text.addingExclusion])
    try repository.git("checkout", "-q", "-b", "side")
    try repository.commit("elsewhere", ["notes.md": "one"])
    try repository.git("checkout", "-q", "main")
    try repository.commit("elsewhere", ["other.md": "two"])
    try repository.git("merge", "-q", "--no-commit", "side")
    try repository.commit("merge", ["handoffs/a.md": Self.text])
    let log = try repository.answer("log", "acme-onboarding/X2")
    #expect(log.text.contains("is gone, in a merge"))
  }

  @Test func `of two who deleted a brief, the same one is named`() throws {
    let repository = try TestRepository()
    try repository.commit("begin", ["handoffs/a.md": Self.text])
    try repository.git("checkout", "-q", "-b", "side")
    try repository.git("rm", "-q", "handoffs/a.md")
    try repository.commit("delete", [:])
    try repository.git("checkout", "-q", "main")
    try repository.git("rm", "-q", "handoffs/a.md")
    try repository.commit("delete too", ["notes.md": "one"])
    try repository.git("merge", "-q", "--no-edit", "side")
    #expect(try repository.answer("log", "acme-onboarding/X1").status == 0)
    #expect(try repository.answer("promised", "acme-onboarding").status == 0)
  }

  @Test func `the words accepted last are proven in the commit that brought them`() throws {
    let repository = try TestRepository()
    let accepted = Self.text.replacing("draft", with: "accepted")
    try repository.commit(
      "begin", ["handoffs/a.md": accepted, "handoff.yaml": DealRepository.policy])
    let commit = try repository.id("HEAD")
    try repository.commit("elsewhere", ["notes.md": "one"])
    try repository.commit("reword", ["handoffs/a.md": accepted.replacing("none", with: "all")])
    let proof = try repository.answer("proof", "acme-onboarding/X1")
    #expect(proof.text.contains("\(commit)"))
  }

  @Test func `a file outside the places of briefs names no account`() throws {
    let repository = try TestRepository()
    try repository.commit("begin", ["handoffs/a.md": Self.text])
    try repository.commit("narrow", ["handoff.yaml": "version: 1\nbriefs: handoffs/x/*.md\n"])
    try repository.commit(
      "outside",
      [
        "handoffs/b.md": Self.text.replacing("Acme GmbH", with: "New Co"),
        "handoffs/c.md": Self.text.replacing("acme-onboarding", with: "beta-rollout"),
      ])
    #expect(try repository.answer("promised", "New Co").status == 2)
    #expect(try repository.answer("promised", "beta-rollou").status == 2)
    #expect(try repository.answer("promised", "beta-rollout").status == 2)
  }

  @Test(arguments: UInt64(1)...24)
  func `a random history says the same of its briefs`(_ seed: UInt64) throws {
    let repository = try IndexedRepository(seed: seed).git
    try repository.git("symbolic-ref", "HEAD", "refs/heads/n29")
    for id in ModelHistory.ids {
      _ = try repository.answer("promised", id, "--all")
      _ = try repository.answer("log", id + "/X1")
      _ = try repository.answer("proof", id + "/X1")
    }
    for account in ModelHistory.accounts {
      _ = try repository.answer("promised", account, "--on", "n20", "--format", "json")
    }
  }
}

extension TestRepository {
  /// The answer with the index, which is checked against the one without.
  fileprivate func answer(_ arguments: String...) throws -> ChildProcess.Output {
    let with = try run(HandoffProgram.path, arguments, in: path, environment: variables)
    let without = try run(handoffWithoutIndex(), arguments, in: path, environment: variables)
    #expect(with.text == without.text, "\(arguments)")
    #expect(with.status == without.status, "\(arguments)")
    let remark =
      "handoff-index is not installed beside handoff, so this reads all of history itself\n"
    #expect(with.errorText == without.errorText.replacing(remark, with: ""), "\(arguments)")
    return with
  }
}

extension String {
  fileprivate var addingExclusion: String {
    replacing("exclusions:\n", with: "exclusions:\n  - id: X2\n    text: \"Training\"\n")
  }
}
