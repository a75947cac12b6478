import Git
import TestSupport
import Testing

@Suite struct ForgeryRouteTests {
  /// Forgeries of different kinds; each goes every way.
  static let forgeries = Forgery.all.filter { forgery in
    [
      "the receiver's approval by the sender", "reword a promise of an accepted brief",
      "make oneself the receiver and accept", "a type without approvals",
      "older words without the newer approvals",
    ].contains(forgery.name)
  }

  @Test(arguments: forgeries, Route.all)
  func `no road brings a forged acceptance to a branch`(forgery: Forgery, route: Route) throws {
    let gated = try GatedRepository(forgery.start)
    gated.work(as: forgery.author)
    let bad = try gated.commitElsewhere { try forgery.apply(gated) }
    let (status, words) = try route.take(gated, bad)
    expectRefused(status, words, forgery)
    let branches = try gated.repository.git("branch", "--contains", bad, "--format=%(refname)")
    #expect(!branches.contains("refs/heads"), "a branch has it: \(branches)")
  }

  @Test func `a mailed patch whose sender is not the approver is refused`() throws {
    let gated = try GatedRepository(.nearlyAccepted)
    gated.work(as: "dana")
    let bad = try gated.commitElsewhere {
      try gated.edit { $0.approve(as: "receiving", by: "sam") }
    }
    let patch = try gated.repository.git("format-patch", "-1", "--stdout", bad)
    let output = try gated.repository.attempt(["am", "-q"], input: Array((patch + "\n").utf8))
    #expect(output.status != 0)
    #expect(errors(in: output.text + output.errorText) == ["unproven-approval"])
  }

  @Test func `an approval typed into a merge is refused`() throws {
    let gated = try GatedRepository(.nearlyAccepted)
    try gated.repository.git("switch", "-q", "-c", "topic")
    try gated.advance()
    try gated.repository.git("switch", "-q", "main")
    gated.work(as: "dana")
    try gated.repository.git("merge", "-q", "--no-ff", "--no-commit", "topic")
    try gated.edit {
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    }
    let (status, words) = try gated.commit()
    #expect(status != 0)
    #expect(errors(in: words) == ["unproven-approval", "unqualified-status"], "\(words)")
  }

  @Test func `a revert that takes newer words and their approvals away is refused`() throws {
    let gated = try GatedRepository(.accepted)
    let later = try gated.commitElsewhere { try gated.edit { $0 = .acceptedTwice } }
    try gated.setHooks(on: false)
    try gated.repository.git("reset", "-q", "--hard", later)
    try gated.setHooks(on: true)
    gated.work(as: "sam")
    let (status, words) = try gated.attempt(["revert", "--no-edit", "HEAD"])
    #expect(status != 0)
    #expect(errors(in: words) == ["dropped-record"], "\(words)")
  }
}
