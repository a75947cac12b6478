import Diagnostics
import Git
import History
import TestSupport
import Testing

@Suite struct HistoryShapeTests {
  @Test func `a merge that loses what both sides have is named`() throws {
    let gated = try GatedRepository()
    try gated.repository.git("switch", "-q", "-c", "topic")
    try gated.repository.write("a.txt", "a\n")
    try gated.commitUnseen()
    try gated.repository.git("switch", "-q", "main")
    try gated.advance()
    try gated.setHooks(on: false)
    try gated.repository.git("merge", "-q", "--no-commit", "topic")
    try gated.remove(AcmeBrief.exclusion)
    let evil = try gated.commitUnseen()
    let audit = try gated.audit()
    #expect(audit.summary(of: evil) == ["dropped-exclusion acme-onboarding/X1 stands"])
    #expect(audit.violations.count == 1)
  }

  @Test func `so is an octopus that does`() throws {
    let gated = try GatedRepository()
    var parents = [try gated.repository.id("HEAD")]
    for name in ["one", "two", "three"] {
      try gated.repository.git("switch", "-q", "-c", name, parents[0].description)
      try gated.repository.write("\(name).txt", "a\n")
      parents.append(try gated.commitUnseen())
    }
    try gated.remove(AcmeBrief.exclusion)
    try gated.repository.git("add", "-A")
    let tree = try gated.repository.git("write-tree")
    let evil = try gated.repository.git(
      "commit-tree", "-m", "octopus", tree, "-p", parents[1].description, "-p",
      parents[2].description, "-p", parents[3].description)
    let audit = try gated.audit(evil)
    #expect(audit.violations.map(\.commit.description) == [evil])
    #expect(audit.violations.map(\.diagnostic.item) == ["X1"])
  }

  @Test func `every root is judged as a beginning`() throws {
    let gated = try GatedRepository()
    let first = try gated.repository.id("HEAD")
    try gated.repository.git("switch", "-q", "--orphan", "other")
    try gated.repository.write("handoff.yaml", AcmeBrief.policy)
    try gated.repository.write(
      "handoffs/beta/beta-onboarding.md",
      try AcmeBrief.text.replacingOnce("acme-onboarding", with: "beta-onboarding")
        .replacingOnce("status: draft", with: "status: accepted"))
    let root = try gated.commitUnseen()
    try gated.repository.git("switch", "-q", "main")
    try gated.repository.git(
      "merge", "-q", "--allow-unrelated-histories", "--no-edit", root.description)
    let audit = try gated.audit()
    #expect(audit.violations(of: first).isEmpty)
    #expect(audit.violations(of: root).contains { $0.diagnostic.brief == "beta-onboarding" })
    #expect(audit.violations(of: root).map(\.diagnostic) == (try gated.refusals(of: root)))
  }

  @Test func `what is lost while there is no policy is judged by the one that was there`() throws {
    let gated = try GatedRepository()
    try gated.repository.git("rm", "-q", "handoff.yaml")
    let first = try gated.commitUnseen()
    try gated.remove(AcmeBrief.exclusion)
    let second = try gated.commitUnseen()
    try gated.repository.write("handoff.yaml", AcmeBrief.policy)
    try gated.commitUnseen()
    let audit = try gated.audit()
    #expect(audit.summary(of: first) == ["unauthorised-policy  is mended"])
    #expect(audit.summary(of: second) == ["dropped-exclusion acme-onboarding/X1 stands"])
    #expect(audit.violations.count == 2)
  }

  @Test func `a commit is judged by the policy in force then, or by the one that is asked for`()
    throws
  {
    let gated = try GatedRepository()
    let lax = AcmeBrief.policy
    let strict = lax + "policy:\n  severity:\n    vague-promise: error\n"
    try gated.replace("Weekly revenue report by", with: "We should be able to report by")
    let vague = try gated.commitUnseen()
    try gated.repository.write("handoff.yaml", strict)
    try gated.commitUnseen()
    #expect(try gated.audit().violations.isEmpty)
    let replayed = try gated.audit(policy: strict)
    #expect(replayed.violations.map(\.commit) == [vague])
    #expect(replayed.violations.map(\.diagnostic.rule) == ["vague-promise"])
    #expect(try gated.audit(policy: lax).violations.isEmpty)
  }

  @Test func `no clock hides a commit from those since a day`() throws {
    let gated = try GatedRepository()
    gated.setClock("2019-01-01T00:00:00Z")
    try gated.remove(AcmeBrief.exclusion)
    let backdated = try gated.commitUnseen()
    gated.setClock("2026-08-01T00:00:00Z")
    try gated.replace("On-site training.", with: "TBD")
    let later = try gated.commitUnseen()
    gated.setClock("2019-01-01T00:00:00Z")
    try gated.replace("three days", with: "two days")
    try gated.commitUnseen()
    #expect(Set(try gated.audit().violations.map(\.commit)) == [backdated, later])
    #expect(
      Set(try gated.audit(since: "2026-07-01").violations.map(\.commit)) == [backdated, later])
    #expect(try gated.audit(since: "2026-08-01").violations.map(\.commit) == [later])
  }
}

extension GatedRepository {
  fileprivate func setClock(_ date: String) {
    repository.variables["GIT_AUTHOR_DATE"] = date
    repository.variables["GIT_COMMITTER_DATE"] = date
  }
}
