import Diagnostics
import Git
import TestSupport
import Testing

/// What an earlier brief of the account gains, the later one must not lose.
@Suite struct LaterBriefTests {
  private static let earlier = "handoffs/acme/acme-sdr.md"

  private static let sdr = """
    ---
    handoff: acme-sdr
    type: sdr-to-ae
    status: draft
    account: Acme GmbH
    from: dana@northwind.example
    to: sam@northwind.example
    no_exclusions: Nothing was ruled out.
    promises:
      - id: P7
        text: A call in May
    ---

    """

  /// The later brief, which carries the earlier one's promise.
  private static func later(status: String) throws -> String {
    try AcmeBrief.text.replacingOnce("status: draft", with: "status: \(status)")
      .replacingOnce("account: Acme GmbH", with: "account: Acme GmbH\nafter: [acme-sdr]")
      .replacingOnce(
        "promises:\n",
        with: "promises:\n  - id: P2\n    text: A call in May\n    carried: acme-sdr/P7\n")
  }

  private func gated(status: String) throws -> GatedRepository {
    try GatedRepository(files: [
      GatedRepository.brief: Self.later(status: status), Self.earlier: Self.sdr,
      "handoff.yaml": AcmeBrief.policy,
      "evidence/acme/call.txt": "We will get you the weekly revenue report.\n",
    ])
  }

  private func promiseMore(_ gated: GatedRepository) throws {
    try gated.repository.write(
      Self.earlier, Self.sdr.replacingOnce("May\n---", with: "May\n  - id: P9\n    text: SSO\n---"))
  }

  @Test func `a promise that comes late is a warning where the later brief is a draft`() throws {
    let gated = try gated(status: "draft")
    try promiseMore(gated)
    let (status, words) = try gated.commit()
    #expect(status == 0, "\(words)")
    #expect(words.contains("lost-in-handoff") || words.contains("P9"), "\(words)")
  }

  @Test func `it is refused where the later brief is in review, until it stands there`() throws {
    let gated = try gated(status: "review")
    try promiseMore(gated)
    let (status, words) = try gated.commit()
    #expect(status != 0)
    #expect(
      words.contains("P9 “SSO” of acme-sdr is not in this brief"), "\(words)")
    #expect(words.contains("handoff add acme-onboarding left_behind acme-sdr/P9"), "\(words)")
    #expect(!words.contains("P7"), "\(words)")
    let bypassed = try gated.attempt(["commit", "-q", "--no-verify", "-m", "late"])
    #expect(bypassed.status != 0, "the lock sees it too")
  }

  @Test func `other changes of the earlier brief are free`() throws {
    let gated = try gated(status: "review")
    try gated.repository.write(
      Self.earlier, Self.sdr.replacingOnce("Nothing was", with: "Nothing at all was"))
    let (status, words) = try gated.commit()
    #expect(status == 0, "\(words)")
  }

  @Test func `no file is read beside the earlier brief that is none of the briefs`() throws {
    let gated = try gated(status: "review")
    let note = "handoffs/acme/README.md"
    try gated.repository.commit("note", [note: "What acme-sdr began.\n"])
    try promiseMore(gated)
    let commit = try gated.commitUnseen()
    let blob = try gated.repository.id("HEAD:\(note)").description
    let file = "\(gated.repository.path)/.git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))"
    _ = try run("rm", ["-f", file], in: "/", environment: gated.repository.variables)
    #expect(try gated.refusals(of: commit).map(\.rule) == ["lost-in-handoff"])
  }

  @Test func `a merge of a late promise and a later brief is refused`() throws {
    let gated = try gated(status: "draft")
    try gated.repository.git("checkout", "-q", "-b", "side")
    try promiseMore(gated)
    #expect(try gated.commit().status == 0)
    try gated.repository.git("checkout", "-q", "main")
    try gated.setHooks(on: false)
    try gated.replace("status: draft", with: "status: review")
    try gated.repository.commit("review")
    try gated.setHooks(on: true)
    let (status, words) = try gated.attempt(["merge", "--no-edit", "side"])
    #expect(status != 0 && words.contains("P9 “SSO” of acme-sdr"), "\(words)")
  }

  @Test func `a carried item can neither go nor lose its origin`() throws {
    let gated = try gated(status: "review")
    try gated.remove("    carried: acme-sdr/P7\n")
    let (status, words) = try gated.commit()
    #expect(status != 0 && words.contains("P7 “A call in May” of acme-sdr is not"), "\(words)")
    try gated.remove("  - id: P2\n    text: A call in May\n")
    let gone = try gated.commit()
    #expect(gone.status != 0 && gone.words.contains("P2 “A call in May” is gone"), "\(gone.words)")
  }
}
