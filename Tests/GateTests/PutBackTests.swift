import TestSupport
import Testing

/// The words of a finished brief that were changed behind the hooks' back can be put back.
@Suite struct PutBackTests {
  private static let goal = AcceptableBrief.goal
  private static let other = "Close the month in one day."

  /// A finished brief whose goal somebody changed with the hooks off.
  private func reworded(_ status: String = "done") throws -> GatedRepository {
    var brief = AcceptableBrief.accepted
    brief.setStatus(status)
    let gated = try GatedRepository(brief)
    try gated.edit { try $0.replace(Self.goal, with: Self.other) }
    try gated.commitUnseen()
    try gated.setHooks(on: true)
    return gated
  }

  private func refusals(
    of gated: GatedRepository, _ edit: (inout AcceptableBrief) throws -> Void
  ) throws -> Set<String> {
    errors(in: try gated.commit(as: "kit", edit: edit).words)
  }

  @Test func `the words that its owners approved may come back`() throws {
    let gated = try reworded()
    let rules = try refusals(of: gated) { try $0.replace(Self.other, with: Self.goal) }
    #expect(!rules.contains("sealed-brief") && !rules.contains("stale-approval"), "\(rules)")
  }

  @Test func `others may not`() throws {
    let gated = try reworded()
    let rules = try refusals(of: gated) {
      try $0.replace(Self.other, with: "Close the month in two days.")
    }
    #expect(rules.contains("sealed-brief"))
  }

  @Test func `nor may anything else go with them`() throws {
    for (old, new) in [
      ("to: sam@", "to: kit@"), ("severity: high", "severity: high\n    raised: 2026-07-01"),
    ] {
      let gated = try reworded()
      let rules = try refusals(of: gated) {
        try $0.replace(Self.other, with: Self.goal)
        try $0.replace(old, with: new)
      }
      #expect(rules.contains("sealed-brief"), "\(new)")
    }
  }

  @Test func `a cancelled brief may have been changed before it was sealed`() throws {
    let gated = try reworded("cancelled")
    let rules = try refusals(of: gated) { try $0.replace(Self.other, with: Self.goal) }
    #expect(rules.contains("sealed-brief"))
  }
}
