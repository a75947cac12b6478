import Diagnostics
import Git
import History
import TestSupport
import Testing

@Suite struct StandingTests {
  @Test func `an item that comes back under its id no longer stands`() throws {
    let gated = try GatedRepository()
    try gated.remove(AcmeBrief.exclusion)
    let bad = try gated.commitUnseen()
    try gated.replace("exclusions:\n", with: "exclusions:\n" + AcmeBrief.exclusion)
    try gated.replace("three days", with: "two days")
    try gated.commitUnseen()
    #expect(
      try gated.audit().summary(of: bad) == ["dropped-exclusion acme-onboarding/X1 is mended"])
  }

  @Test func `nor does one that came back withdrawn, in a file that moved`() throws {
    let gated = try GatedRepository()
    try gated.remove(AcmeBrief.exclusion)
    let bad = try gated.commitUnseen()
    try gated.replace(
      "exclusions:\n",
      with: "exclusions:\n" + AcmeBrief.exclusion + "    withdrawn: The client buys them now.\n")
    try gated.repository.write("handoffs/late/.keep", "")
    try gated.repository.git("mv", GatedRepository.brief, "handoffs/late/acme-onboarding.md")
    try gated.commitUnseen()
    #expect(
      try gated.audit().summary(of: bad) == ["dropped-exclusion acme-onboarding/X1 is mended"])
  }

  @Test func `an item still stands as lost when all of its brief is lost later`() throws {
    let gated = try GatedRepository()
    try gated.remove(AcmeBrief.exclusion)
    let bad = try gated.commitUnseen()
    try gated.repository.git("rm", "-q", GatedRepository.brief)
    let worse = try gated.commitUnseen()
    let audit = try gated.audit()
    #expect(audit.summary(of: bad) == ["dropped-exclusion acme-onboarding/X1 stands"])
    #expect(audit.violations(of: worse).contains { $0.diagnostic.rule == "dropped-exclusion" })
    #expect(audit.violations(of: worse).allSatisfy { $0.isStanding })
  }

  @Test func `a brief that is retired afterwards no longer stands`() throws {
    let gated = try GatedRepository()
    try gated.repository.git("rm", "-q", GatedRepository.brief)
    let bad = try gated.commitUnseen()
    try gated.repository.write(
      "handoff.yaml",
      AcmeBrief.policy + "retired:\n  - id: acme-onboarding\n"
        + "    reason: over\n    by: dana@northwind.example\n    on: 2026-07-01\n")
    let later = try gated.commitUnseen()
    let audit = try gated.audit()
    #expect(!audit.violations(of: bad).isEmpty)
    #expect(audit.violations(of: later).isEmpty)
    #expect(audit.standingCount == 0, "\(audit.summary(of: bad))")
  }

  @Test func `evidence stands until it is as it was`() throws {
    let gated = try GatedRepository()
    try gated.repository.write("evidence/acme/call.txt", "Nothing was said.\n")
    let bad = try gated.commitUnseen()
    #expect(try gated.audit().summary(of: bad) == ["changed-evidence  stands"])
    try gated.repository.git("checkout", "-q", "HEAD~", "--", "evidence")
    try gated.commitUnseen()
    let audit = try gated.audit()
    #expect(audit.summary(of: bad) == ["changed-evidence  is mended"])
    #expect(audit.violations.count == 1, "putting it back is no change of the record")
    #expect(audit.standingCount == 0)
  }

  @Test func `a forged approval stands until a true one of its role counts`() throws {
    let gated = try GatedRepository(.nearlyAccepted)
    gated.work(as: "dana")
    try gated.edit { $0.approve(as: "receiving", by: "sam") }
    let bad = try gated.commitUnseen()
    #expect(
      try gated.audit().summary(of: bad) == ["unproven-approval acme-onboarding stands"])
    gated.work(as: "sam")
    try gated.edit { $0.approve(as: "receiving", by: "sam") }
    try gated.commitUnseen()
    #expect(
      try gated.audit().summary(of: bad) == ["unproven-approval acme-onboarding is mended"])
  }

  @Test func `a change of the policy stands until one of its keepers commits it`() throws {
    let gated = try GatedRepository()
    gated.work(as: "sam")
    try gated.repository.write("handoff.yaml", AcmeBrief.policy + "# mine\n")
    let bad = try gated.commitUnseen()
    gated.work(as: "dana")
    try gated.replace("three days", with: "two days")
    try gated.commitUnseen()
    #expect(try gated.audit().summary(of: bad) == ["unauthorised-policy  stands"])
    try gated.repository.write("handoff.yaml", AcmeBrief.policy + "# ours\n")
    try gated.commitUnseen()
    #expect(try gated.audit().summary(of: bad) == ["unauthorised-policy  is mended"])
  }

  @Test func `one of two forged approvals may be given anew before the other`() throws {
    let gated = try GatedRepository(.inReview)
    gated.work(as: "kit")
    try gated.edit {
      $0.approve(as: "sales", by: "dana")
      $0.approve(as: "receiving", by: "sam")
    }
    let bad = try gated.commitUnseen()
    gated.work(as: "sam")
    try gated.edit { $0.approve(as: "receiving", by: "sam") }
    try gated.commitUnseen()
    #expect(try gated.audit().violations(of: bad).map(\.isStanding) == [true, false])
  }

  @Test func `a forged record stands until it says something that was judged anew`() throws {
    let gated = try GatedRepository(.inReview)
    gated.work(as: "kit")
    try gated.edit {
      $0.add(
        "incidents",
        "  - id: C1\n    kind: rework\n    by: sam@northwind.example\n"
          + "    at: 2026-07-01T08:00:00Z\n    text: Nobody knew of the report.\n")
    }
    let bad = try gated.commitUnseen()
    #expect(
      try gated.audit().summary(of: bad) == ["unproven-approval acme-onboarding/C1 stands"])
    try gated.setHooks(on: true)
    let (status, words) = try gated.commit(as: "sam") {
      try $0.replace("Nobody knew of", with: "We knew of")
    }
    #expect(status == 0, "\(words)")
    #expect(
      try gated.audit().summary(of: bad) == ["unproven-approval acme-onboarding/C1 is mended"])
  }

  @Test func `a status that was another since is the matter of whoever set it again`() throws {
    let gated = try GatedRepository(.nearlyAccepted)
    gated.work(as: "kit")
    try gated.edit { $0.setStatus("accepted") }
    let bad = try gated.commitUnseen()
    let isMended = "unqualified-status acme-onboarding is mended"
    #expect(!(try gated.audit().summary(of: bad).contains(isMended)))
    gated.work(as: "dana")
    try gated.edit { $0.setStatus("review") }
    try gated.commitUnseen()
    #expect(try gated.audit().summary(of: bad).contains(isMended))
    gated.work(as: "sam")
    try gated.edit {
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    }
    let accepted = try gated.commitUnseen()
    #expect(try gated.audit().violations(of: accepted).isEmpty)
    #expect(try gated.audit().summary(of: bad).contains(isMended))
  }

  @Test func `who made themselves the receiver is not excused by another status`() throws {
    let gated = try GatedRepository(.accepted)
    gated.work(as: "kit")
    try gated.edit { $0.setField("to", "kit@northwind.example") }
    let bad = try gated.commitUnseen()
    gated.work(as: "dana")
    try gated.edit { $0.setStatus("review") }
    try gated.commitUnseen()
    #expect(
      try gated.audit().summary(of: bad).contains("unqualified-status acme-onboarding stands"))
    try gated.edit { $0.setField("to", "sam@northwind.example") }
    try gated.commitUnseen()
    #expect(
      try gated.audit().summary(of: bad).contains("unqualified-status acme-onboarding is mended"))
  }

  @Test func `a loss on a branch that the merge did not take no longer stands`() throws {
    let gated = try GatedRepository()
    try gated.repository.git("switch", "-q", "-c", "topic")
    try gated.remove(AcmeBrief.exclusion)
    let bad = try gated.commitUnseen()
    try gated.repository.git("switch", "-q", "main")
    try gated.repository.write("notes.txt", "elsewhere\n")
    try gated.commitUnseen()
    try gated.repository.git("merge", "-q", "-s", "ours", "--no-edit", "topic")
    let audit = try gated.audit()
    #expect(audit.summary(of: bad) == ["dropped-exclusion acme-onboarding/X1 is mended"])
    #expect(audit.violations.count == 1)
  }
}
