import Git
import TestSupport
import Testing

@Suite struct HonestStepTests {
  @Test(arguments: HonestStep.all)
  func `a step by those who may make it goes through`(step: HonestStep) throws {
    let gated = try GatedRepository(step.start)
    let (status, words) = try gated.commit(as: step.author, edit: step.edit)
    #expect(status == 0, "\(words)")
  }

  @Test func `each approver's own commit accepts a brief, and every road takes it along`() throws {
    let gated = try GatedRepository(.inReview)
    try gated.repository.git("switch", "-q", "-c", "topic")
    try gated.acceptByAll()
    try gated.repository.git("switch", "-q", "main")
    try gated.advance()
    try gated.repository.git("branch", "picked")
    try gated.repository.git("switch", "-q", "-c", "merged")
    gated.work(as: "kit")
    try gated.expectDone(["merge", "-q", "--no-edit", "topic"])
    try gated.repository.git("switch", "-q", "picked")
    try gated.expectDone(["cherry-pick", "main~1..topic"])
    try gated.repository.git("switch", "-q", "topic")
    try gated.expectDone(["rebase", "-q", "main"])
    gated.work(as: "sam")
    try gated.expectDone(["commit", "-q", "--amend", "--no-edit", "--reset-author"])
    try gated.repository.git("switch", "-q", "main")
    try gated.expectDone(["merge", "-q", "--ff-only", "topic"])
    for branch in ["merged", "picked", "main"] {
      let text = try gated.repository.git("show", "\(branch):\(GatedRepository.brief)")
      #expect(text.contains("status: accepted"))
    }
  }

  @Test func `an author given by hand counts as claimed where signatures are optional`() throws {
    let gated = try GatedRepository(.nearlyAccepted)
    let (status, words) = try gated.commit(
      as: "dana", "--no-verify", "--author", "Sam Park <sam@northwind.example>"
    ) {
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    }
    #expect(status == 0, "\(words)")
  }

  @Test func `a new receiver accepts what the old one handed on`() throws {
    let gated = try GatedRepository(.nearlyAccepted)
    #expect(try gated.commit(as: "sam") { $0.setField("to", "pat@northwind.example") }.status == 0)
    let (status, words) = try gated.commit(as: "mia") {
      $0.approve(as: "receiving", by: "mia")
      $0.setStatus("accepted")
    }
    #expect(status == 0, "\(words)")
  }

  @Test func `a role given by the keeper of the policy counts from the next commit on`() throws {
    let gated = try GatedRepository(.inReview)
    gated.work(as: "lee")
    try gated.editRoster(
      "name: Pat Moss\n    roles: [receiving]", with: "name: Pat Moss\n    roles: [legal]")
    #expect(try gated.commit().status == 0)
    #expect(try gated.commit(as: "pat") { $0.approve(as: "legal", by: "pat") }.status == 0)
  }

  @Test func `a brief that the policy takes over needs no approvals at first`() throws {
    let imported =
      "imported:\n  - id: acme-delivery\n    status: accepted\n"
      + "    by: lee@northwind.example\n    on: 2026-07-01\n"
    let gated = try GatedRepository(.inReview, roster: AcceptableBrief.roster + imported)
    var brief = AcceptableBrief.inReview
    try brief.replace("handoff: acme-onboarding", with: "handoff: acme-delivery")
    brief.setStatus("accepted")
    try gated.repository.write("handoffs/acme/acme-delivery.md", brief.text)
    let (status, words) = try gated.commit()
    #expect(status == 0, "\(words)")
  }
}

extension GatedRepository {
  /// Each approver adds their own record; the receiver, who is last, accepts.
  fileprivate func acceptByAll() throws {
    for (role, name) in [
      ("sales", "dana"), ("pricing", "lee"), ("legal", "lee"), ("receiving", "sam"),
    ] {
      let (status, words) = try commit(as: name) {
        $0.approve(as: role, by: name)
        if role == "receiving" { $0.setStatus("accepted") }
      }
      #expect(status == 0, "\(words)")
    }
  }

  fileprivate func expectDone(
    _ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (status, words) = try attempt(arguments)
    #expect(status == 0, "\(words)", sourceLocation: sourceLocation)
  }
}
