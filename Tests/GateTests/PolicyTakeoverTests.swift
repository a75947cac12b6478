import Git
import TestSupport
import Testing

/// Ways to get a say over the policy without being given one.
@Suite struct PolicyTakeoverTests {
  @Test func `an unrelated history brings no policy of its own, whichever side is first`() throws {
    let gated = try GatedRepository()
    let main = try gated.repository.id("HEAD").description
    let eve = try gated.commit(policy: gated.givingEveTheRole(), onto: [])
    #expect(
      try gated.refusal(of: gated.commit(policy: gated.givingEveTheRole(), onto: [main, eve])))
    #expect(
      try gated.refusal(of: gated.commit(policy: gated.givingEveTheRole(), onto: [eve, main])))
    for parents in [[main, eve], [eve, main]] {
      #expect(try gated.refusal(of: gated.commit(policy: AcmeBrief.policy, onto: parents)))
      #expect(
        try !gated.refusal(
          of: gated.commit(policy: AcmeBrief.policy, onto: parents, author: "dana")))
    }
  }

  @Test func `a merge does not go back behind what one side changed`() throws {
    let gated = try GatedRepository()
    let start = try gated.repository.id("HEAD").description
    let moved = AcmeBrief.policy + "policy:\n  review_days: 1\n"
    let main = try gated.commit(policy: moved, onto: [start], author: "dana")
    let side = try gated.commit(policy: AcmeBrief.policy, onto: [start])
    for parents in [[main, side], [side, main]] {
      #expect(try gated.refusal(of: gated.commit(policy: AcmeBrief.policy, onto: parents)))
      #expect(
        try !gated.refusal(
          of: gated.commit(policy: AcmeBrief.policy, onto: parents, author: "dana")))
      #expect(try !gated.refusal(of: gated.commit(policy: moved, onto: parents)))
    }
  }

  @Test func `where both sides moved, a merge revives nobody's role`() throws {
    let gated = try GatedRepository()
    let start = try gated.repository.id("HEAD").description
    let both = try gated.commit(policy: gated.givingEveTheRole(), onto: [start], author: "dana")
    let without = try gated.commit(policy: AcmeBrief.policy, onto: [both], author: "dana")
    let hers = try gated.givingEveTheRole() + "policy:\n  review_days: 9\n"
    let side = try gated.commit(policy: hers, onto: [both])
    #expect(try gated.refusal(of: gated.commit(policy: hers, onto: [without, side])))
    #expect(try gated.refusal(of: gated.commit(policy: hers, onto: [side, without])))
    #expect(try !gated.refusal(of: gated.commit(policy: AcmeBrief.policy, onto: [without, side])))
  }

  @Test func `a clock set back revives nobody's role`() throws {
    let gated = try GatedRepository()
    let start = try gated.repository.id("HEAD").description
    let leaving = try gated.givingEveTheRole() + "    until: 2026-06-01\n"
    let left = try gated.commit(policy: leaving, onto: [start], author: "dana")
    let back = try gated.commit(
      policy: leaving + "policy:\n  review_days: 9\n", onto: [left], day: "2020-01-01")
    #expect(try gated.refusal(of: back))
  }

  @Test func `check says as the gates do that a narrower pattern drops a brief`() throws {
    let gated = try GatedRepository()
    try gated.repository.write("handoff.yaml", "briefs: other/**/*.md\n" + AcmeBrief.policy)
    let output = try run(
      HandoffProgram.directory + "/handoff", ["check"], in: gated.repository.path,
      environment: gated.repository.variables)
    #expect(output.status == 1)
    #expect(output.text.contains("[dropped-brief]"), "\(output.text)")
  }

  @Test func `a link whose target reads like the policy is no policy`() throws {
    let gated = try GatedRepository()
    let blob = try gated.repository.id("HEAD:handoff.yaml").description
    try gated.repository.git("update-index", "--cacheinfo", "120000,\(blob),handoff.yaml")
    let (status, words) = try gated.attempt(["commit", "-q", "-m", "link"])
    #expect(status != 0)
    #expect(words.contains("[unauthorised-policy]") || words.contains("[invalid-policy]"))
  }
}

extension GatedRepository {
  /// The policy with one more person, who may change it.
  fileprivate func givingEveTheRole() throws -> String {
    AcmeBrief.policy + "  - email: eve@northwind.example\n    roles: [policy]\n"
  }

  /// A commit of eve's or another's with the tree as it is but for the policy.
  fileprivate func commit(
    policy: String, onto parents: [String], author: String = "eve", day: String = "2026-07-02"
  ) throws -> String {
    try repository.write("handoff.yaml", policy)
    try repository.git("add", "-A")
    let tree = try repository.git("write-tree").trimmed
    var arguments = ["commit-tree", tree, "-m", "policy"]
    for parent in parents { arguments += ["-p", parent] }
    let output = try repository.attempt(
      arguments,
      setting: [
        "GIT_AUTHOR_EMAIL": "\(author)@northwind.example",
        "GIT_COMMITTER_DATE": "\(day)T12:00:00Z",
      ])
    return output.text.trimmed
  }

  /// Whether the lock refuses to move `main` to a commit over the policy.
  fileprivate func refusal(of commit: String) throws -> Bool {
    let start = try repository.id("refs/heads/main").description
    let (status, words) = try attempt(["update-ref", "refs/heads/main", commit])
    try setHooks(on: false)
    try repository.git("update-ref", "refs/heads/main", start)
    try setHooks(on: true)
    return status != 0 && words.contains("[unauthorised-policy]")
  }
}

extension String {
  fileprivate var trimmed: String { String(prefix { $0 != "\n" }) }
}
