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
    let command = "git show --no-textconv -m \(commit) -- \(GatedRepository.brief)"
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

  @Test func `a lost item is put back as the command shows it, then withdrawn as is said`() throws {
    let gated = try GatedRepository()
    try gated.remove(AcmeBrief.exclusion)
    let bad = try gated.commitUnseen()
    let name = bad.description.prefix(12)
    let text = try gated.repository.handoff("audit").text
    let withdrawal = "handoff withdraw acme-onboarding/X1 --reason \"…\""
    #expect(text.contains("`git show --no-textconv \(name)`"), "\(text)")
    #expect(text.contains("to retire it, first put it back, then `\(withdrawal)`"), "\(text)")

    let shown = try gated.repository.attempt(["show", "--no-textconv", "\(name)"])
    let lost = shown.text.split(separator: "\n").filter { $0.starts(with: "- ") }
      .map { $0.dropFirst() + "\n" }.joined()
    #expect(lost == AcmeBrief.exclusion)
    try gated.setHooks(on: true)
    try gated.replace("exclusions:\n", with: "exclusions:\n" + lost)
    #expect(try gated.commit().status == 0)
    let withdrawn = try gated.repository.handoff(
      "withdraw", "acme-onboarding/X1", "--reason", "The client buys them now.")
    #expect(withdrawn.status == 0, "\(withdrawn.errorText)")
    #expect(try gated.commit().status == 0)
    #expect(
      try gated.audit().summary(of: bad) == ["dropped-exclusion acme-onboarding/X1 is mended"])
  }

  @Test func `an item that was lost is called lost where it is named`() throws {
    let gated = try GatedRepository()
    try gated.remove(AcmeBrief.exclusion)
    let inFile = try gated.repository.handoff("withdraw", "acme-onboarding/X1", "--reason", "x")
    #expect(inFile.errorText.contains("has lost X1 “Dashboards beyond the weekly"))
    #expect(inFile.errorText.contains("`git diff --no-textconv HEAD -- "))
    let bad = try gated.commitUnseen().description.prefix(12)
    try gated.repository.write("notes.txt", "later\n")
    try gated.commitUnseen()
    let committed = try gated.repository.handoff("show", "acme-onboarding/X1").errorText
    #expect(committed.contains("has lost X1"), "\(committed)")
    #expect(committed.contains("`git show --no-textconv \(bad)`"), "\(committed)")
    #expect(!committed.contains("did you mean"), "\(committed)")
  }

  /// A brief that everybody approved by the rules.
  private func accepted() throws -> GatedRepository {
    var draft = AcceptableBrief.inReview
    draft.setStatus("draft")
    let gated = try GatedRepository(draft)
    try gated.edit { $0.setStatus("review") }
    try gated.commitUnseen()
    for role in ["sales", "pricing", "legal", "receiving"] {
      let person = AcceptableBrief.approvers[role] ?? role
      gated.work(as: person)
      try gated.edit {
        $0.approve(as: role, by: person)
        if role == "receiving" { $0.setStatus("accepted") }
      }
      try gated.commitUnseen()
    }
    #expect(try gated.audit().violations.isEmpty)
    return gated
  }

  @Test func `a brief comes back with what was wrong in it, and the hint says so`() throws {
    let gated = try accepted()
    try gated.edit { try $0.replace("three days", with: "two days") }
    let reworded = try gated.commitUnseen()
    try gated.repository.git("rm", "-q", GatedRepository.brief)
    let deleted = try gated.commitUnseen()
    let lost = try gated.audit()
    #expect(lost.violations(of: reworded).allSatisfy { $0.isStanding })
    let text = try gated.repository.handoff("audit").text
    let name = reworded.description.prefix(12)
    #expect(text.contains("with it comes back what \(name) did to it"), "\(text)")

    try gated.setHooks(on: true)
    try gated.expectSuccess(
      of: "git checkout \(deleted.description.prefix(12))^ -- \(GatedRepository.brief)")
    #expect(try gated.commit().status == 0)
    let back = try gated.audit()
    #expect(back.violations(of: deleted).allSatisfy { !$0.isStanding })
    #expect(back.violations(of: reworded).allSatisfy { $0.isStanding })
    try gated.edit { try $0.replace("two days", with: "three days") }
    #expect(try gated.commit().status == 0)
    #expect(try gated.audit().standingCount == 0)
  }

  @Test func `a reworded brief that is retired lawfully after it was lost is over`() throws {
    let gated = try accepted()
    try gated.edit { try $0.replace("three days", with: "two days") }
    try gated.commitUnseen()
    try gated.repository.git("rm", "-q", GatedRepository.brief)
    try gated.commitUnseen()
    gated.work(as: "dana")
    try gated.repository.write(
      "handoff.yaml",
      AcceptableBrief.roster + "retired:\n  - id: acme-onboarding\n"
        + "    reason: over\n    by: dana@northwind.example\n    on: 2026-07-01\n")
    try gated.commitUnseen()
    #expect(try gated.audit().standingCount == 0)
  }

  @Test func `forged approvals stay, the words go back, and who was named approves anew`() throws {
    let gated = try accepted()
    gated.work(as: "kit")
    try gated.edit {
      try $0.replace("three days", with: "two days")
      for role in ["sales", "receiving"] {
        $0.approve(as: role, by: AcceptableBrief.approvers[role] ?? role)
      }
    }
    let bad = try gated.commitUnseen()
    let text = try gated.repository.handoff("audit").text
    #expect(text.contains("`handoff approve acme-onboarding`"), "\(text)")
    #expect(text.contains("→ leave the record in the file"), "\(text)")

    try gated.setHooks(on: true)
    #expect(try gated.attempt(["revert", "--no-edit", "HEAD"]).status != 0)
    try gated.repository.git("reset", "-q", "--hard")
    gated.work(as: "dana")
    let set = try gated.repository.handoff("set", "acme-onboarding", "goal", AcceptableBrief.goal)
    #expect(set.status == 0, "\(set.errorText)")
    #expect(try gated.commit().status == 0)
    for (person, standing) in [("dana", "is mended"), ("sam", "is mended")] {
      gated.work(as: person)
      let approved = try gated.repository.handoff("approve", "acme-onboarding")
      #expect(approved.status == 0, "\(approved.errorText)")
      #expect(
        try gated.audit().summary(of: bad).contains("unproven-approval acme-onboarding \(standing)")
      )
    }
    #expect(
      try gated.audit().violations(of: bad).filter(\.diagnostic.isForgery).allSatisfy {
        !$0.isStanding
      })
  }
}

extension GatedRepository {
  fileprivate func expectSuccess(of command: String) throws {
    let words = command.split(separator: " ").dropFirst().map { String($0) }
    let (status, said) = try attempt(words)
    #expect(status == 0, "\(said)")
  }
}
