import Git
import History
import TestSupport
import Testing

/// The next steps that an audit names lead somewhere.
@Suite struct NextStepTests {
  /// A merge that leaves out an exclusion which both sides have.
  private func evilMerge() throws -> GatedRepository {
    let gated = try GatedRepository()
    try gated.setHooks(on: false)
    try gated.repository.git("switch", "-q", "-c", "side")
    try gated.advance()
    try gated.repository.git("switch", "-q", "main")
    try gated.replace("three days", with: "two days")
    try gated.commitUnseen()
    try gated.repository.git("merge", "-q", "--no-commit", "--no-ff", "side")
    try gated.remove(AcmeBrief.exclusion)
    try gated.commitUnseen()
    return gated
  }

  @Test func `what a merge took away is shown by the command that is named`() throws {
    let gated = try evilMerge()
    let text = try gated.repository.handoff("audit").text
    let commit = try gated.repository.id("HEAD").description.prefix(12)
    let command = "git show -m \(commit) -- \(GatedRepository.brief)"
    #expect(text.contains("`\(command)`"), "\(text)")
    let shown = try gated.repository.attempt(
      command.split(separator: " ").dropFirst().map { String($0) })
    #expect(shown.text.contains("-    text: Dashboards beyond"), "\(shown.text)")
  }

  @Test func `a deleted brief comes back by the command that is named, through the hooks`() throws {
    let gated = try GatedRepository(.accepted)
    try gated.repository.git("rm", "-q", GatedRepository.brief)
    let deletion = try gated.commitUnseen()
    let bad = deletion.description.prefix(12)
    let text = try gated.repository.handoff("audit").text
    let command = "git checkout \(bad)^ -- \(GatedRepository.brief)"
    #expect(text.contains("`\(command)`"), "\(text)")
    try gated.setHooks(on: true)
    gated.work(as: "kit")
    try gated.expectSuccess(of: command)
    let (status, words) = try gated.commit()
    #expect(status == 0, "\(words)")
    #expect(try gated.audit().violations(of: deletion).allSatisfy { !$0.isStanding })
  }

  @Test func `JSON has the steps of the text, not those of a gate`() throws {
    let gated = try GatedRepository()
    try gated.repository.git("rm", "-q", GatedRepository.brief)
    try gated.commitUnseen()
    let text = try gated.repository.handoff("audit", "--format", "json").text
    #expect(text.contains("git checkout ") && !text.contains("git restore"), "\(text)")
    #expect(!text.contains("HEAD"), "\(text)")
  }

  @Test func `words that slipped in are put back before anybody is to approve them`() throws {
    let gated = try GatedRepository(.accepted)
    try gated.edit { try $0.replace("three days", with: "two days") }
    let bad = try gated.commitUnseen().description.prefix(12)
    let text = try gated.repository.handoff("audit").text
    #expect(
      text.contains(
        "→ `git show \(bad) -- \(GatedRepository.brief)` shows what it changed; put that back"),
      "\(text)")
  }
}

extension GatedRepository {
  fileprivate func expectSuccess(of command: String) throws {
    let words = command.split(separator: " ").dropFirst().map { String($0) }
    let (status, said) = try attempt(words)
    #expect(status == 0, "\(said)")
  }
}
