import Briefs
import Diagnostics
import Git
import TestSupport
import Testing

/// An approval that does not count is given anew, as the messages say.
@Suite struct ApprovalAnewTests {
  let deal: StepRepository
  private let name = "acme-onboarding"

  init() throws { deal = try StepRepository() }

  @Test func `words that changed past the hooks are approved anew from review on`() throws {
    try deal.accept()
    try rewordPastHooks()
    for arguments in [["check"], ["approve", name, "--role", "sales"]] {
      let told = try deal.type("dana", arguments)
      #expect(told.status == 1)
      #expect(
        (told.text + told.errorText).contains(
          "take it back to review, `handoff set acme-onboarding status review`, and commit; then "),
        "\(told.text)\(told.errorText)")
    }
    try deal.succeed("dana", "set", name, "status", "review")
    let committed = try deal.acme.repository.attempt(
      ["commit", "-qam", "back to review"], setting: deal.identity(of: "dana"))
    #expect(committed.status == 0, "\(committed.errorText)")
    let approved = try deal.succeed("dana", "approve", name)
    #expect(!approved.contains("take it back"), "\(approved)")
    try deal.succeed("lee", "approve", name)
    try deal.succeed("sam", "accept", name)
    #expect(try deal.status() == "accepted")
  }

  @Test(arguments: [["accept"], ["approve", "--role", "receiving"]])
  func `an approval that somebody else typed is given anew by the person themselves`(
    _ command: [String]
  ) throws {
    try deal.succeed("dana", "submit", name)
    try deal.succeed("dana", "approve", name)
    try deal.succeed("lee", "approve", name)
    try record("receiving", "sam", at: "2026-07-01T10:00:00Z")
    let accepted = try deal.type("sam", [command[0], name] + command.dropFirst())
    #expect(accepted.status == 0, "\(accepted.errorText)")
    #expect(try deal.status() == "accepted")
  }

  @Test(arguments: ["2099-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
  func `an approval dated in the future keeps nobody from approving`(_ at: String) throws {
    try deal.succeed("dana", "submit", name)
    try record("sales", "dana", at: at)
    try deal.succeed("lee", "approve", name)
    try deal.succeed("dana", "set", "\(name)/P1", "text", "Reports within two days")
    let committed = try deal.acme.repository.attempt(
      ["commit", "-qam", "two days"], setting: deal.identity(of: "dana"))
    #expect(committed.status == 0, "\(committed.errorText)")
    let said = try deal.succeed("dana", "approve", name, "--role", "sales")
    #expect(said.contains("later than this computer’s clock"), "\(said)")
    let brief = try #require(Brief(reading: SourceText(deal.acme.text())))
    let newest = try #require(brief.newestApproval(as: "sales"))
    #expect(brief.isCovered(by: newest))
  }

  private func rewordPastHooks() throws {
    let brief = try #require(Brief(reading: SourceText(deal.acme.text())))
    let words = try #require(brief.items.first { $0.list == .promises }?.string(.text))
    let parts = deal.acme.text().components(separatedBy: words)
    try deal.acme.repository.write(CommandRepository.path, parts.joined(separator: "Everything"))
    try commitPastHooks()
  }

  /// Types an approval of the words as they are, and commits it as Dana past the hooks.
  private func record(_ role: String, _ person: String, at: String) throws {
    let text = deal.acme.text()
    let brief = try #require(Brief(reading: SourceText(text)))
    let record =
      "  - role: \(role)\n    by: \(person)@northwind.example\n    at: \(at)\n"
      + "    covers: \(ApprovalDigest.digest(of: brief, role: role))\n"
    let list = text.contains("\napprovals:\n") ? "\napprovals:\n" : "\nevidence:\n"
    let parts = text.components(separatedBy: list)
    let new = list == "\napprovals:\n" ? list + record : "\napprovals:\n" + record + "evidence:\n"
    try deal.acme.repository.write(CommandRepository.path, parts.joined(separator: new))
    try commitPastHooks()
  }

  private func commitPastHooks() throws {
    let setting = deal.identity(of: "dana")
    let committed = try deal.acme.repository.attempt(
      ["-c", "core.hooksPath=/dev/null", "commit", "-qam", "typo"], setting: setting)
    #expect(committed.status == 0, "\(committed.errorText)")
  }
}

extension String {
  fileprivate func components(separatedBy words: String) -> [Substring] {
    split(separator: words, omittingEmptySubsequences: false)
  }
}
