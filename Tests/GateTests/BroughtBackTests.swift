import Diagnostics
import Git
import History
import TestSupport
import Testing

/// A brief that was deleted behind the hooks' back can be put back through them, by anybody.
@Suite struct BroughtBackTests {
  /// A repository whose accepted brief somebody deleted; Kit, who has no part in it, goes on.
  private func deleted(_ brief: AcceptableBrief = .accepted) throws -> GatedRepository {
    let gated = try GatedRepository(brief)
    try gated.delete()
    try gated.setHooks(on: true)
    gated.work(as: "kit")
    return gated
  }

  @Test func `a deletion is reverted, and nobody is accused of it`() throws {
    let gated = try deleted()
    let (status, words) = try gated.attempt(["revert", "--no-edit", "HEAD"])
    #expect(status == 0, "\(words)")
    let audit = try gated.audit()
    #expect(audit.violations(of: try gated.repository.id("HEAD")).isEmpty)
    let told = audit.violations(of: try gated.repository.id("HEAD~"))
    #expect(told.contains { $0.diagnostic.rule == "dropped-brief" })
    #expect(told.allSatisfy { !$0.isStanding })
  }

  @Test func `a check of the files says the same before they are committed`() throws {
    let gated = try deleted()
    try gated.repository.write(GatedRepository.brief, AcceptableBrief.accepted.text)
    let same = try gated.repository.handoff("check")
    #expect(errors(in: same.text).isEmpty, "\(same.text)")
    try gated.edit { try $0.replace("three days", with: "two days") }
    let other = try gated.repository.handoff("check")
    #expect(errors(in: other.text).contains("unproven-approval"), "\(other.text)")
  }

  @Test func `long after, under a policy that changed since`() throws {
    let gated = try deleted()
    gated.work(as: "lee")
    try gated.editRoster("name: Pat Moss", with: "name: Patricia Moss")
    #expect(try gated.commit().status == 0)
    try gated.advance()
    gated.work(as: "kit")
    try gated.repository.write(GatedRepository.brief, AcceptableBrief.accepted.text)
    let (status, words) = try gated.commit()
    #expect(status == 0, "\(words)")
  }

  @Test func `with another word it is judged as a new one`() throws {
    let gated = try deleted()
    var brief = AcceptableBrief.accepted
    try brief.replace("three days", with: "two days")
    try gated.expectRefusal(of: brief)
  }

  @Test func `an older version does not come back`() throws {
    let gated = try GatedRepository(.accepted)
    try gated.edit { $0.setStatus("draft") }
    try gated.commitUnseen()
    try gated.delete()
    try gated.setHooks(on: true)
    gated.work(as: "kit")
    try gated.expectRefusal(of: .accepted)
  }

  @Test func `nor does a place that the brief had left before`() throws {
    let gated = try GatedRepository(.accepted)
    let late = "handoffs/late/acme-onboarding.md"
    try gated.repository.write("handoffs/late/.keep", "")
    try gated.repository.git("mv", GatedRepository.brief, late)
    try gated.commitUnseen()
    try gated.delete(late)
    try gated.setHooks(on: true)
    gated.work(as: "kit")
    try gated.expectRefusal(of: .accepted)
  }

  @Test func `nor where its id stands elsewhere`() throws {
    let gated = try deleted()
    try gated.repository.write("handoffs/late/acme-onboarding.md", AcceptableBrief.inReview.text)
    try gated.commitUnseen()
    try gated.setHooks(on: true)
    try gated.expectRefusal(of: .accepted)
  }

  @Test func `a history of its own brings no version that nobody judged`() throws {
    let gated = try GatedRepository(files: ["handoff.yaml": AcceptableBrief.roster])
    try gated.setHooks(on: false)
    try gated.repository.git("checkout", "-q", "--orphan", "other")
    try gated.repository.git("rm", "-q", "-f", "handoff.yaml")
    try gated.repository.write(GatedRepository.brief, AcceptableBrief.accepted.text)
    try gated.commitUnseen()
    try gated.repository.write("notes.txt", "elsewhere\n")
    try gated.delete()
    try gated.repository.git("checkout", "-q", "-f", "main")
    try gated.repository.git(
      "merge", "-q", "--no-edit", "--allow-unrelated-histories", "-s", "ours", "other")
    try gated.setHooks(on: true)
    gated.work(as: "kit")
    try gated.expectRefusal(of: .accepted)
  }

  @Test func `nor where it took over the policy of those whom it joined`() throws {
    let gated = try GatedRepository(files: ["handoff.yaml": AcceptableBrief.roster])
    try gated.setHooks(on: false)
    try gated.repository.git("checkout", "-q", "--orphan", "other")
    try gated.repository.write("handoff.yaml", "version: 1\nbriefs: elsewhere/*.md\n")
    try gated.repository.write(GatedRepository.brief, AcceptableBrief.accepted.text)
    try gated.commitUnseen()
    try gated.repository.write("handoff.yaml", AcceptableBrief.roster)
    try gated.delete()
    try gated.repository.git("checkout", "-q", "-f", "main")
    try gated.setHooks(on: true)
    gated.work(as: "lee")
    let (status, words) = try gated.attempt(
      ["merge", "-q", "--no-edit", "--allow-unrelated-histories", "other"])
    #expect(status == 0, "\(words)")
    gated.work(as: "kit")
    try gated.expectRefusal(of: .accepted)
  }

  @Test func `nor does a side that was judged by an older policy`() throws {
    let gated = try GatedRepository(files: ["handoff.yaml": AcceptableBrief.roster])
    try gated.repository.git("switch", "-q", "-c", "side")
    try gated.repository.write(GatedRepository.brief, AcceptableBrief.accepted.text)
    try gated.commitUnseen()
    try gated.delete()
    try gated.repository.git("switch", "-q", "main")
    try gated.editRoster("roles: [legal, pricing, policy]", with: "roles: [policy]")
    try gated.commitUnseen()
    try gated.repository.git("merge", "-q", "--no-edit", "-s", "ours", "side")
    try gated.setHooks(on: true)
    gated.work(as: "kit")
    try gated.expectRefusal(of: .accepted)
  }

  @Test(arguments: ["main", "side"])
  func `what a merge left out comes back as the side had it that changed it`(
    branch: String
  ) throws {
    let gated = try GatedRepository(.nearlyAccepted)
    try gated.repository.git("branch", "side")
    try gated.advance()
    try gated.repository.git("switch", "-q", branch)
    try gated.repository.write(GatedRepository.brief, AcceptableBrief.accepted.text)
    try gated.commitUnseen()
    try gated.repository.git("switch", "-q", "main")
    try gated.repository.git("merge", "-q", "--no-commit", "--no-ff", "side")
    try gated.repository.git("rm", "-q", "-f", GatedRepository.brief)
    try gated.commitUnseen()
    try gated.setHooks(on: true)
    gated.work(as: "kit")
    try gated.expectRefusal(of: .nearlyAccepted)
    try gated.repository.write(GatedRepository.brief, AcceptableBrief.accepted.text)
    let (status, words) = try gated.commit()
    #expect(status == 0, "\(words)")
  }
}

extension GatedRepository {
  /// Takes a brief out of the tree with the hooks off.
  fileprivate func delete(
    _ path: String = GatedRepository.brief
  ) throws {
    try repository.git("rm", "-q", path)
    try commitUnseen()
  }

  /// A brief that nobody approved for whoever commits it now is refused.
  fileprivate func expectRefusal(
    of brief: AcceptableBrief, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try repository.write(Self.brief, brief.text)
    let (status, words) = try commit()
    #expect(status != 0, sourceLocation: sourceLocation)
    #expect(
      errors(in: words).contains("unproven-approval"), "\(words)", sourceLocation: sourceLocation)
    try repository.git("reset", "-q", "--hard")
  }
}
