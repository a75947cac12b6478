import Briefs
import Diagnostics
import Rules
import Testing

@Suite struct LifecycleRulesTests {
  @Test func `a brief is accepted once every role has approved its words`() throws {
    let types = "type: sdr-to-ae\nstatus: accepted\ncustom_terms: []"
    let open = try brief(types)
    #expect(rules(of: open) == ["missing-approval"])
    let digest = ApprovalDigest.digest(of: open, role: "receiving")
    let approved = try brief(types + "\napprovals:" + approval("receiving", "sam", digest))
    #expect(rules(of: approved) == [])
    let changed = try brief(
      types + "\ngoal: Another goal.\napprovals:" + approval("receiving", "sam", digest))
    #expect(rules(of: changed, after: approved) == ["stale-approval"])
  }

  @Test func `a stale approval names the words that changed`() throws {
    let digest = ApprovalDigest.digest(of: try brief("status: review"), role: "sales")
    let records = "status: review\napprovals:" + approval("sales", "dana", digest)
    let before = try brief(records)
    let after = try brief(
      records + "\ngoal: Another goal.\nexclusions:\n  - id: X1\n    text: Other words.")
    let finding = try #require(StaleApproval().check(subject(after, after: [before])).first)
    #expect(
      finding.message == "the sales approval that Dana Lee gave on 2026-07-20 no longer holds: "
        + "since then X1 text: [-Dashboards beyond the weekly revenue report.-] {+Other words.+}; "
        + "goal: [-Close the month in three days instead of nine.-] {+Another goal.+}")
    #expect(finding.help.contains("`handoff approve acme-onboarding --role sales`"))
  }

  @Test func `only the newest approval of a role counts`() throws {
    let digest = ApprovalDigest.digest(of: try brief(""), role: "sales")
    let other = "sha256:" + String(repeating: "0", count: 64)
    let newer = approval("sales", "dana", other, at: "2026-07-20T10:00:01Z")
    let records = try brief("approvals:" + newer + approval("sales", "dana", digest))
    #expect(records.newestApproval(as: "sales")?.covers == other)
    let tie = try brief(
      "approvals:" + approval("sales", "dana", digest)
        + approval("sales", "dana", other))
    #expect(tie.newestApproval(as: "sales")?.covers == other)
  }

  @Test func `a record that any parent of a merge has is not new`() throws {
    let digest = "sha256:" + String(repeating: "0", count: 64)
    let with = try brief("approvals:" + approval("sales", "dana", digest))
    let without = try brief("")
    let merged = subject(with, after: [without, with], author: "sam@northwind.example")
    #expect(UnprovenApproval().check(merged).isEmpty)
    let added = subject(with, after: [without, without], author: "sam@northwind.example")
    #expect(UnprovenApproval().check(added).count == 1)
  }

  @Test func `where signatures are required an unsigned approval is not proven`() throws {
    let digest = "sha256:" + String(repeating: "0", count: 64)
    let record = try brief("approvals:" + approval("sales", "dana", digest))
    let policy = Policy(
      source: SourceText(""), people: RuleCase.policy.people, signaturesAreRequired: true)
    let finding = UnprovenApproval().check(
      Subject(
        brief: record, path: "a.md", policy: policy, day: RuleCase.day,
        author: "dana@northwind.example"))
    #expect(finding.count == 1)
  }

  @Test func `a brief taken over stands without approvals until its words change`() throws {
    let policy = Policy(
      source: SourceText(""), people: RuleCase.policy.people,
      imported: [
        Policy.Takeover(
          id: "acme-onboarding", status: .accepted, by: "lee@northwind.example", on: nil)
      ])
    let first = try brief("status: accepted")
    #expect(approvalRules(first, after: [], policy) == [])
    let started = try brief("status: started")
    #expect(approvalRules(started, after: [first], policy) == [])
    let changed = try brief("status: accepted\ngoal: Another goal.")
    #expect(
      approvalRules(changed, after: [first], policy) == ["missing-approval", "unreviewed-term"])
    #expect(approvalRules(started, after: [], policy) == ["missing-approval", "unreviewed-term"])
  }

  private func approvalRules(_ brief: Brief, after: [Brief], _ policy: Policy) -> [String] {
    let subject = Subject(
      brief: brief, path: "a.md", previous: after, policy: policy, day: RuleCase.day)
    let findings = MissingApproval().check(subject) + UnreviewedTerm().check(subject)
    return Set(findings.map(\.rule)).sorted()
  }

  private func rules(of brief: Brief, after previous: Brief? = nil) -> [String] {
    let rules: [any Rule] = [MissingApproval(), StaleApproval(), SelfApproval(), UnreviewedTerm()]
    let subject = subject(brief, after: [previous].compactMap { $0 })
    return rules.flatMap { $0.check(subject) }.map(\.rule)
  }

  private func subject(_ brief: Brief, after: [Brief] = [], author: String? = nil) -> Subject {
    Subject(
      brief: brief, path: "handoffs/acme/acme-onboarding.md", previous: after,
      policy: RuleCase.policy, day: RuleCase.day, author: author)
  }

  private func brief(_ fragment: String) throws -> Brief {
    try RuleCase.brief(Array(Scaffold.file(fragment).utf8))
  }

  private func approval(
    _ role: String, _ person: String, _ digest: String, at: String = "2026-07-20T10:00:00Z"
  ) -> String {
    "\n  - role: \(role)\n    by: \(person)@northwind.example\n    at: \(at)\n    covers: \(digest)"
  }
}
