import Diagnostics
import Git
import History
import TestSupport
import Testing

/// A pattern of `briefs` that takes in a file makes a new brief of it.
@Suite struct WiderPlacesTests {
  private static let draft = "drafts/acme-onboarding.md"
  private static let wider = "briefs: [handoffs/**/*.md, drafts/**/*.md]\n"

  /// A repository with a file, where no brief is looked for, that says what nobody approved.
  private func prepared(_ brief: AcceptableBrief) throws -> GatedRepository {
    let gated = try GatedRepository(files: [
      "handoff.yaml": AcceptableBrief.roster, "evidence/acme/call.txt": "a call\n",
    ])
    gated.work(as: "kit")
    try gated.repository.write(Self.draft, brief.text)
    #expect(try gated.commit().status == 0)
    gated.work(as: "lee")
    try gated.repository.write("handoff.yaml", AcceptableBrief.roster + Self.wider)
    return gated
  }

  @Test func `what it says is judged as new, by the hooks and by the audit`() throws {
    let gated = try prepared(.accepted)
    let (status, words) = try gated.commit()
    #expect(status != 0)
    #expect(errors(in: words).contains("unproven-approval"), "\(words)")
    try gated.commitUnseen()
    let told = try gated.audit().violations(of: try gated.repository.id("HEAD"))
    #expect(told.contains { $0.diagnostic.rule == "unproven-approval" })
  }

  @Test func `a draft is taken in`() throws {
    var draft = AcceptableBrief.inReview
    draft.setStatus("draft")
    let gated = try prepared(draft)
    let (status, words) = try gated.commit()
    #expect(status == 0, "\(words)")
  }
}
