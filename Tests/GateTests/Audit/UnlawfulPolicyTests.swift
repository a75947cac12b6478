import Git
import TestSupport
import Testing

/// A policy that its author could not give excuses nothing, while it is there and afterwards.
@Suite struct UnlawfulPolicyTests {
  private static let retiring =
    AcmeBrief.policy + "retired:\n  - id: acme-onboarding\n"
    + "    reason: over\n    by: sam@northwind.example\n    on: 2026-07-01\n"

  private static let lost = "dropped-brief acme-onboarding stands"

  /// Sam, who may not, retires the brief.
  private func repository() throws -> GatedRepository {
    let gated = try GatedRepository()
    try retire(in: gated)
    return gated
  }

  private func retire(in gated: GatedRepository) throws {
    gated.work(as: "sam")
    try gated.repository.write("handoff.yaml", Self.retiring)
    try gated.commitUnseen()
  }

  @Test(arguments: [true, false])
  func `what is lost under it stands, put back or not`(isPutBack: Bool) throws {
    let gated = try repository()
    let unlawful = try gated.repository.id("HEAD")
    try gated.repository.git("rm", "-q", GatedRepository.brief)
    let bad = try gated.commitUnseen()
    if isPutBack { try gated.repository.write("handoff.yaml", AcmeBrief.policy) }
    try gated.repository.write("notes.txt", "nothing\n")
    let last = try gated.commitUnseen()

    let audit = try gated.audit()

    #expect(
      audit.summary(of: unlawful)
        == ["unauthorised-policy  \(isPutBack ? "is mended" : "stands")"])
    #expect(audit.summary(of: bad).contains(Self.lost), "\(audit.summary(of: bad))")
    #expect(audit.summary(of: last).isEmpty)
  }

  @Test func `who gives himself the role changes nothing more by it`() throws {
    let gated = try GatedRepository()
    gated.work(as: "sam")
    let own = try AcmeBrief.policy.replacingOnce("[receiving]", with: "[receiving, policy]")
    try gated.repository.write("handoff.yaml", own)
    try gated.commitUnseen()
    try gated.repository.write("handoff.yaml", own + "policy:\n  review_days: 1\n")
    let second = try gated.commitUnseen()
    #expect(try gated.audit().summary(of: second) == ["unauthorised-policy  stands"])
  }

  @Test func `it gives rights once somebody who may change the policy takes it over`() throws {
    let gated = try repository()
    gated.work(as: "dana")
    try gated.repository.write("handoff.yaml", Self.retiring + "# Agreed.\n")
    try gated.commitUnseen()
    try gated.repository.git("rm", "-q", GatedRepository.brief)
    let later = try gated.commitUnseen()
    #expect(try gated.audit().summary(of: later).isEmpty)
  }

  @Test func `a merge brings none of it from a side branch`() throws {
    let gated = try GatedRepository()
    try gated.setHooks(on: false)
    try gated.repository.git("switch", "-q", "-c", "side")
    try retire(in: gated)
    try gated.repository.git("switch", "-q", "-")
    try gated.repository.write("notes.txt", "elsewhere\n")
    try gated.commitUnseen()
    try gated.repository.git("merge", "-q", "--no-commit", "--no-ff", "-s", "ours", "side")
    try gated.repository.git("rm", "-q", GatedRepository.brief)
    let merge = try gated.commitUnseen()
    let summary = try gated.audit().summary(of: merge)
    #expect(summary.contains(Self.lost), "\(summary)")
  }
}
