import Git
import TestSupport
import Testing

/// A side of a merge where the brief is still being written, and clocks that were set, lend nothing.
@Suite struct OlderSideTests {
  @Test func `an old draft does not make its author the receiver of a submitted brief`() throws {
    let gated = try GatedRepository(draft)
    try gated.onOldSide(of: .nearlyAccepted) { $0.setField("to", "kit@northwind.example") }
    gated.work(as: "kit")
    try gated.expectRefused(["unqualified-status"], merging: "topic")
  }

  @Test func `nor takes a kind of term from its reviewer`() throws {
    let gated = try GatedRepository(draft)
    try gated.onOldSide(of: .inReview) { try $0.replace("kind: legal", with: "kind: scope") }
    gated.work(as: "kit")
    try gated.expectRefused(["unqualified-status"], merging: "topic")
  }

  @Test func `who left does not come back by a clock set back`() throws {
    let gated = try GatedRepository(.inReview)
    gated.repository.variables["GIT_COMMITTER_DATE"] = "2026-05-20T08:00:00Z"
    gated.repository.variables["GIT_AUTHOR_DATE"] = "2026-05-20T08:00:00Z"
    let (status, words) = try gated.commit(as: "amy") {
      $0.approve(as: "sales", by: "amy", at: "2026-05-20T08:00:00Z")
    }
    #expect(status != 0)
    #expect(errors(in: words) == ["unqualified-approver"], "\(words)")
  }

  private var draft: AcceptableBrief {
    var brief = AcceptableBrief.inReview
    brief.setStatus("draft")
    return brief
  }
}

extension GatedRepository {
  /// The brief goes on to a later state while its draft is edited on a branch.
  fileprivate func onOldSide(
    of later: AcceptableBrief, edit change: (inout AcceptableBrief) throws -> Void
  ) throws {
    try repository.git("switch", "-q", "-c", "topic")
    let (side, sideWords) = try commit(as: "dana", edit: change)
    #expect(side == 0, "\(sideWords)")
    try repository.git("switch", "-q", "main")
    try setHooks(on: false)
    let (status, words) = try commit(as: "dana") { $0 = later }
    #expect(status == 0, "\(words)")
    try setHooks(on: true)
  }

  fileprivate func expectRefused(_ rules: Set<String>, merging branch: String) throws {
    let (status, words) = try attempt(["merge", "-q", "--no-edit", branch])
    #expect(status != 0)
    #expect(errors(in: words) == rules, "\(words)")
  }
}
