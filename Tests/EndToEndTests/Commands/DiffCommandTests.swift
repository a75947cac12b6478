import Git
import TestSupport
import Testing

@Suite struct DiffCommandTests {
  let acme: CommandRepository

  init() throws { acme = try CommandRepository() }

  private func edit(_ old: String, _ new: String) throws {
    try acme.repository.write(CommandRepository.path, acme.text().replacing(old, with: new))
  }

  @Test func `a brief alone is compared with the last commit`() throws {
    try edit("weekly revenue report by 1 September", "monthly revenue report by 1 September")
    let text = """
      Acme GmbH · acme-onboarding
      handoffs/acme/acme-onboarding.md · from HEAD to the work tree

      Promised
        P1  Custom [-weekly-] {+monthly+} revenue report by 1 September.
            but not X1: Dashboards beyond the weekly revenue report.

      """
    #expect(try acme.answer("diff") == text)
    #expect(try acme.answer("diff", "acme-onboarding") == text)
    #expect(try acme.answer("diff", CommandRepository.path) == text)
    let main = try acme.answer("diff", "main", "acme-onboarding")
    #expect(main.contains("from main to the work tree"))
    try acme.repository.commit("monthly")
    #expect(try acme.answer("diff") == "")
    let range = try acme.answer("diff", "HEAD~1..", "acme-onboarding")
    #expect(range.contains("from HEAD~1 to HEAD\n"))
    #expect(try acme.answer("diff", "HEAD~1").contains("[-weekly-] {+monthly+}"))
  }

  @Test func `three dots compare with what both come from`() throws {
    try acme.repository.git("branch", "topic")
    try edit("three days", "four days")
    try acme.repository.commit("four")
    #expect(try acme.answer("diff", "main..topic").contains("goal  Close the month in [-four-]"))
    #expect(try acme.answer("diff", "main...topic") == "")
  }

  @Test func `moved, deleted and new briefs are said`() throws {
    try acme.repository.git("mv", CommandRepository.path, "handoffs/acme-onboarding.md")
    try edit("none", "none")
    try acme.repository.git("rm", "-q", "--cached", CommandRepository.path, "--ignore-unmatch")
    _ = try run("/bin/rm", ["-f", CommandRepository.path], in: acme.repository.path)
    let moved = try acme.answer("diff", "acme-onboarding")
    #expect(moved.contains("It was moved here from handoffs/acme/acme-onboarding.md"))
    _ = try run("/bin/rm", ["handoffs/acme-onboarding.md"], in: acme.repository.path)
    let gone = try acme.answer("diff", "acme-onboarding")
    #expect(gone.contains("The brief is gone.\n\nGone\n  P1  “Custom weekly revenue report"))
    try acme.repository.write("handoffs/b.md", "---\nhandoff: bee\naccount: Bee\n---\n")
    #expect(try acme.answer("diff", "bee").contains("The brief is new."))
  }

  @Test func `what is neither a brief nor a revision is named`() throws {
    #expect(
      try acme.refusal("diff", "acme-onbording", status: 2)
        == "handoff: there is no brief and no revision acme-onbording\n"
        + "  did you mean acme-onboarding?\n")
    #expect(try acme.refusal("diff", "main..nowhere", status: 2).contains("nowhere"))
    #expect(
      try acme.refusal("diff", "main", "zzz", status: 2).contains("there is no brief zzz"))
  }

  @Test func `JSON is what its schema says`() throws {
    try edit("  - id: R1\n", "  - id: R2\n")
    try edit("objections: []\n", "")
    try edit("Six days", "Five days")
    try edit("due: 2026-08-10", "due: 2026-08-11")
    let whole = try acme.answer("diff", "--format", "json")
    try acme.expectValid(whole, by: "diff")
    #expect(whole.contains(#""change":"dropped","reason":"gone""#))
    _ = try run("/bin/rm", [CommandRepository.path], in: acme.repository.path)
    try acme.expectValid(try acme.answer("diff", "--format", "json"), by: "diff")
  }

  @Test func `a bare repository compares commits`() throws {
    try edit("three days", "four days")
    try acme.repository.commit("four")
    let bare = acme.repository.beside("bare.git")
    try acme.repository.git("clone", "-q", "--bare", ".", bare)
    let output = try run(
      HandoffProgram.path, ["diff", "HEAD~1..HEAD", "acme-onboarding"], in: bare,
      environment: acme.repository.variables)
    #expect(output.text.contains("[-three-] {+four+}"), "\(output.errorText)")
    let refused = try run(
      HandoffProgram.path, ["diff"], in: bare, environment: acme.repository.variables)
    #expect(refused.status == 2)
  }
}
