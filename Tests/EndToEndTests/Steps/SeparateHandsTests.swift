import Git
import TestSupport
import Testing

/// Who approved as sales reviews no terms: said before anything is committed.
@Suite struct SeparateHandsTests {
  let deal: StepRepository

  init() throws { deal = try StepRepository() }

  @Test func `the second approval by the same hand is refused, with who else can give it`() throws {
    try give("pricing", to: "sales, policy")
    try deal.succeed("dana", "submit", "acme-onboarding")
    let torn = try deal.refuse("dana", "approve", "acme-onboarding")
    #expect(torn.contains("as sales or as pricing, and may not do both"), "\(torn)")
    let both = try deal.refuse(
      "dana", "approve", "acme-onboarding", "--role", "sales", "--role", "pricing")
    #expect(both.contains("it takes two people"), "\(both)")
    try deal.succeed("dana", "approve", "acme-onboarding", "--role", "pricing")
    let second = try deal.refuse("dana", "approve", "acme-onboarding", "--role", "sales")
    #expect(second.contains("Dana Lee approved acme-onboarding as pricing, and may not"))
    #expect(
      second.contains(
        "first Lee Ono approves as pricing in their place: "
          + "handoff approve acme-onboarding --role pricing"), "\(second)")
    let checklist = try deal.succeed("dana", "checklist", "acme-onboarding")
    #expect(checklist.contains("Dana Lee approved as pricing, and it takes two people"))
    #expect(!checklist.contains("Dana Lee: `handoff approve acme-onboarding --role sales`"))
    try deal.succeed("lee", "approve", "acme-onboarding", "--role", "pricing")
    try deal.succeed("dana", "approve", "acme-onboarding")
    try deal.succeed("sam", "accept", "acme-onboarding")
    #expect(try deal.status() == "accepted")
  }

  @Test func `who is to approve as sales is not named for the terms`() throws {
    try give("pricing", to: "sales, policy")
    try deal.succeed("dana", "submit", "acme-onboarding")
    let checklist = try deal.succeed("dana", "checklist", "acme-onboarding")
    #expect(
      checklist.contains("→ Lee Ono: `handoff approve acme-onboarding --role pricing`"),
      "\(checklist)")
    #expect(checklist.contains("→ Sam Park: `handoff accept acme-onboarding`"), "\(checklist)")
    let inbox = try deal.succeed("dana", "inbox")
    let own = inbox.split(separator: "Waiting for others").first ?? ""
    #expect(!own.contains("--role pricing"), "\(inbox)")
  }

  /// Gives the person with some roles one more.
  private func give(_ role: String, to roles: String) throws {
    let git = deal.acme.repository
    let policy = deal.acme.text("handoff.yaml")
    let parts = policy.split(
      separator: "[\(roles)]", maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    try git.write("handoff.yaml", parts[0] + "[\(roles), \(role)]" + parts[1])
    let committed = try git.attempt(
      ["commit", "-qm", "roles", "--", "handoff.yaml"], setting: deal.identity(of: "dana"))
    #expect(committed.status == 0, "\(committed.errorText)")
  }
}
