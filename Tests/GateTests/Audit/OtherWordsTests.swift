import Git
import History
import TestSupport
import Testing

/// An item that comes back under its id with other words is not back.
@Suite struct OtherWordsTests {
  private static let stands = "dropped-exclusion acme-onboarding/X1 stands"
  private static let isMended = "dropped-exclusion acme-onboarding/X1 is mended"
  private static let other = """
      - id: X1
        text: Parking on site.

    """

  /// A brief whose exclusion was lost and came back, by the hooks, with other words.
  private func repository() throws -> (gated: GatedRepository, loss: ObjectID) {
    let gated = try GatedRepository()
    try gated.remove(AcmeBrief.exclusion)
    let loss = try gated.commitUnseen()
    try gated.setHooks(on: true)
    try gated.replace("exclusions:\n", with: "exclusions:\n" + Self.other)
    #expect(try gated.commit().status == 0)
    return (gated, loss)
  }

  @Test func `it stands in a draft, until its own words have come back`() throws {
    let (gated, loss) = try repository()
    #expect(try gated.audit().summary(of: loss) == [Self.stands])
    try gated.replace(Self.other, with: AcmeBrief.exclusion)
    #expect(try gated.commit().status == 0)
    #expect(try gated.audit().summary(of: loss) == [Self.isMended])
  }

  @Test func `once they came back, a rewording by the rules is free`() throws {
    let (gated, loss) = try repository()
    try gated.replace(Self.other, with: AcmeBrief.exclusion)
    #expect(try gated.commit().status == 0)
    try gated.replace(AcmeBrief.exclusion, with: Self.other)
    #expect(try gated.commit().status == 0)
    #expect(try gated.audit().summary(of: loss) == [Self.isMended])
  }

  @Test func `a withdrawal of the other words withdraws nothing of what was lost`() throws {
    let (gated, loss) = try repository()
    try gated.replace("Parking on site.", with: "Parking on site.\n    withdrawn: They have one.")
    #expect(try gated.commit().status == 0)
    #expect(try gated.audit().summary(of: loss) == [Self.stands])
  }

  /// An accepted brief whose exclusion was lost and is back with other words, in review.
  private func reviewed() throws -> (gated: GatedRepository, loss: ObjectID) {
    let gated = try GatedRepository(.accepted)
    let words = "text: Dashboards beyond the weekly revenue report."
    try gated.edit { try $0.replace("  - id: X1\n    \(words)\n    source: E2#L40\n", with: "") }
    let loss = try gated.commitUnseen()
    try gated.edit {
      try $0.replace("exclusions:\n", with: "exclusions:\n" + Self.other)
      $0.setStatus("review")
    }
    try gated.commitUnseen()
    return (gated, loss)
  }

  @Test func `words that all approved since are the item's words, and stay so`() throws {
    let (gated, loss) = try reviewed()
    for role in ["sales", "pricing", "legal", "receiving"] {
      #expect(try gated.audit().summary(of: loss).contains(Self.stands), "before \(role)")
      let person = AcceptableBrief.approvers[role] ?? role
      gated.work(as: person)
      try gated.edit { $0.approve(as: role, by: person) }
      try gated.commitUnseen()
    }
    #expect(try gated.audit().summary(of: loss).contains(Self.isMended))
    try gated.edit { try $0.replace("Parking on site", with: "Parking") }
    try gated.commitUnseen()
    #expect(try gated.audit().summary(of: loss).contains(Self.isMended))
  }

  @Test func `approvals that somebody forged agree to nothing`() throws {
    let (gated, loss) = try reviewed()
    gated.work(as: "kit")
    try gated.edit {
      for role in ["sales", "pricing", "legal", "receiving"] {
        $0.approve(as: role, by: AcceptableBrief.approvers[role] ?? role)
      }
    }
    try gated.commitUnseen()
    #expect(try gated.audit().summary(of: loss).contains(Self.stands))
  }
}
