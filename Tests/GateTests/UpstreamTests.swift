import Git
import TestSupport
import Testing

/// What comes from elsewhere, and what a branch leaves behind.
@Suite struct UpstreamTests {
  @Test func `a person can pull what a careless upstream let in, and is told`() throws {
    let gated = try GatedRepository()
    let upstream = gated.repository.beside("upstream.git")
    try gated.repository.git("clone", "-q", "--bare", ".", upstream)
    try gated.repository.git("remote", "add", "origin", upstream)
    let bad = try gated.commitElsewhere(Dodge.all[0])
    try gated.repository.git("push", "-q", "--no-verify", "origin", bad + ":refs/heads/main")
    let (status, words) = try gated.attempt(["pull", "-q", "--ff-only", "origin", "main"])
    #expect(status == 0, "\(words)")
    #expect(words.contains("X1"), "\(words)")
    #expect(try gated.repository.id("HEAD").description == bad)
  }

  @Test func `items that only the commits left behind have are named`() throws {
    let gated = try GatedRepository()
    try gated.replace(
      AcmeBrief.exclusion, with: AcmeBrief.exclusion + "  - id: X3\n    text: Travel.\n")
    #expect(try gated.commit().status == 0)
    let left = try gated.repository.id("HEAD").description
    let (status, words) = try gated.attempt(["reset", "-q", "--hard", "HEAD~"])
    #expect(status == 0)
    #expect(words.contains("acme-onboarding/X3"), "\(words)")
    #expect(words.contains("git branch kept \(left.prefix(12))"), "\(words)")
  }

  @Test func `a clone cut short is gated too`() throws {
    let gated = try GatedRepository()
    try gated.advance()
    let shallow = gated.repository.beside("shallow")
    try gated.repository.git(
      "clone", "-q", "--depth", "1", "file://" + gated.repository.path, shallow)
    for name in ["pre-commit", "reference-transaction"] {
      _ = try run(
        "cp", [HandoffProgram.hookPath(name), shallow + "/.git/hooks/" + name], in: "/",
        environment: gated.repository.variables)
    }
    let path = shallow + "/" + GatedRepository.brief
    try writeFile(
      path, Array(try AcmeBrief.text.replacingOnce("three days", with: "two days").utf8))
    let good = try gated.repository.attempt(["commit", "-qam", "x"], in: shallow)
    #expect(good.status == 0, "\(good.errorText)")
    try writeFile(path, Array(try AcmeBrief.text.replacingOnce(AcmeBrief.exclusion, with: "").utf8))
    let bad = try gated.repository.attempt(["commit", "-qnam", "x"], in: shallow)
    #expect(bad.status != 0)
    #expect(bad.errorText.contains("X1"))
  }

  @Test func `what cannot be judged is refused`() throws {
    let gated = try GatedRepository()
    try gated.replace("three days", with: "two days")
    try gated.repository.git("add", "-A")
    let tree = try gated.repository.id("HEAD^{tree}").description
    _ = try run(
      "rm", ["-f", gated.repository.path + "/.git/objects/\(tree.prefix(2))/\(tree.dropFirst(2))"],
      in: "/", environment: gated.repository.variables)
    let (status, words) = try gated.attempt(["commit", "-q", "-m", "x"])
    #expect(status != 0)
    #expect(words.contains("handoff:"), "\(words)")
  }

  @Test func `without a policy nothing is gated unless the clone asks for one`() throws {
    let gated = try GatedRepository()
    try gated.repository.git("checkout", "-q", "--orphan", "fresh")
    try gated.repository.git("rm", "-rqf", ".")
    try gated.repository.write("handoffs/a/b.md", "---\nhandoff: [\n---\n")
    #expect(try gated.commit().status == 0)
    try gated.repository.git("config", "handoff.required", "true")
    try gated.repository.write("handoffs/a/b.md", "---\nhandoff: {\n---\n")
    let (status, words) = try gated.commit()
    #expect(status != 0)
    #expect(words.contains("handoff.yaml is missing"), "\(words)")
  }

  @Test func `a policy that was removed past the gate comes back only as it was`() throws {
    let gated = try GatedRepository()
    try gated.setHooks(on: false)
    try gated.repository.git("rm", "-q", "handoff.yaml")
    try gated.repository.git("commit", "-q", "-m", "remove")
    try gated.setHooks(on: true)
    try gated.repository.write(
      "handoff.yaml", try AcmeBrief.policy.replacingOnce("dana@", with: "eve@"))
    let eve = ["GIT_AUTHOR_EMAIL": "eve@northwind.example"]
    try gated.repository.git("add", "-A")
    let refused = try gated.repository.attempt(["commit", "-q", "-m", "x"], setting: eve)
    #expect(refused.status != 0)
    #expect(refused.errorText.contains("[unauthorised-policy]"), "\(refused.errorText)")
    try gated.repository.write("handoff.yaml", AcmeBrief.policy)
    try gated.repository.git("add", "-A")
    let back = try gated.repository.attempt(["commit", "-q", "-m", "x"], setting: eve)
    #expect(back.status == 0, "\(back.errorText)")
  }
}
