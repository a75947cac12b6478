import Git
import TestSupport
import Testing

@Suite struct RouteTests {
  /// Dodges of different kinds; each goes every way.
  static let dodges = Dodge.all.filter { dodge in
    [
      "delete the item", "empty the words", "an unclosed quote", "delete the file",
      "move it out of the briefs' folder", "put a link in its place",
      "edit the policy and drop the item",
    ].contains(dodge.name)
  }

  @Test(arguments: dodges, Route.all)
  func `no road brings a lost exclusion to a branch`(dodge: Dodge, route: Route) throws {
    let gated = try GatedRepository()
    let bad = try gated.commitElsewhere(dodge)
    let (status, words) = try route.take(gated, bad)
    expectRefused(status, words, dodge)
    let branches = try gated.repository.git("branch", "--contains", bad, "--format=%(refname)")
    #expect(!branches.contains("refs/heads"), "a branch has it: \(branches)")
  }

  @Test func `an exclusion lost while a rebase is resolved by hand is refused`() throws {
    let gated = try GatedRepository()
    try gated.repository.git("switch", "-q", "-c", "topic")
    try gated.replace("three days", with: "four days")
    #expect(try gated.commit().status == 0)
    try gated.repository.git("switch", "-q", "main")
    try gated.replace("three days", with: "two days")
    #expect(try gated.commit().status == 0)
    try gated.repository.git("switch", "-q", "topic")
    #expect(try gated.attempt(["rebase", "main"]).status != 0)
    let resolved = try AcmeBrief.text.replacingOnce("three days", with: "four days")
      .replacingOnce(AcmeBrief.exclusion, with: "")
    try gated.repository.write(GatedRepository.brief, resolved)
    try gated.repository.git("add", "-A")
    let (status, words) = try gated.attempt(["rebase", "--continue"])
    #expect(status != 0)
    for part in ["[dropped-exclusion]", "X1", "git commit --amend", "git rebase --continue"] {
      #expect(words.contains(part), "\(words)")
    }
    try gated.repository.write(
      GatedRepository.brief, try AcmeBrief.text.replacingOnce("three days", with: "four days"))
    try gated.repository.git("add", "-A")
    try gated.repository.git("commit", "-q", "--amend", "--no-edit")
    #expect(try gated.attempt(["rebase", "--continue"]).status == 0)
    #expect(try gated.text().contains("id: X1"))
  }

  @Test func `a merge that drops what only one side dropped is refused`() throws {
    let gated = try GatedRepository()
    let bad = try gated.commitElsewhere(Dodge.all[0])
    try gated.replace("three days", with: "two days")
    #expect(try gated.commit().status == 0)
    let (status, words) = try gated.attempt(["merge", "--no-edit", bad])
    expectRefused(status, words, Dodge.all[0])
    try gated.repository.git("checkout", "-q", "HEAD", "--", GatedRepository.brief)
    try gated.repository.git("add", "-A")
    // The merge now keeps X1, but would still bring the bad commit to the branch.
    #expect(try gated.attempt(["commit", "-q", "--no-edit"]).status != 0)
  }

  @Test func `a revert of the commit that added an exclusion is refused`() throws {
    let gated = try GatedRepository()
    try gated.replace(
      AcmeBrief.exclusion, with: AcmeBrief.exclusion + "  - id: X3\n    text: Weekend work.\n")
    #expect(try gated.commit().status == 0)
    let (status, words) = try gated.attempt(["revert", "--no-edit", "HEAD"])
    #expect(status != 0)
    #expect(words.contains("X3") && words.contains("[dropped-exclusion]"), "\(words)")
  }

  @Test func `a refused commit can be mended and keeps its message`() throws {
    let gated = try GatedRepository()
    try gated.remove(AcmeBrief.exclusion)
    #expect(try gated.commit().status != 0)
    try gated.replace("exclusions:\n", with: "exclusions:\n" + AcmeBrief.exclusion)
    try gated.replace("three days", with: "two days")
    #expect(try gated.commit().status == 0)
  }
}
