import Briefs
import Diagnostics
import TestSupport
import Testing

@Suite struct ApprovalDigestTests {
  @Test func `the example of the format has the digest that the format gives`() throws {
    let brief = try read(
      "handoff: a\ngoal: Go  fast\npromises:\n  - id: P1\n    text: SSO")
    #expect(
      ApprovalDigest.text(of: brief, role: "sales")
        == #"{"handoff":"a","role":"sales","terms":{"goal":"Go fast","promises":{"P1":{"text":"SSO"}}}}"#
    )
    #expect(
      ApprovalDigest.digest(of: brief, role: "sales")
        == "sha256:5a45e3f7a8ab398840639f04956121ba419c1180cadca109d78a3810a26fb945")
  }

  @Test func `a brief that says nothing still has terms`() throws {
    let text = ApprovalDigest.text(of: try read("promises: []"), role: "sales")
    #expect(text == #"{"role":"sales","terms":{}}"#)
  }

  @Test func `a reviewer approves the terms of their kind and what belongs to them`() throws {
    let brief = try read(
      """
      handoff: ab
      goal: Go
      no_exclusions: all included
      promises:
        - id: P1
          text: SSO
      custom_terms:
        - id: T1
          kind: pricing
          text: 10 %
        - id: T2
          kind: legal
          text: No audit
      """)
    #expect(
      ApprovalDigest.text(of: brief, role: "pricing")
        == #"{"handoff":"ab","role":"pricing","terms":{"custom_terms":{"T1":{"kind":"pricing","#
        + #""text":"10 %"}},"no_exclusions":"all included","promises":{"P1":{"text":"SSO"}}}}"#)
  }

  @Test(arguments: [
    "goal: Café  au lait", "goal: \"Cafe\\u0301 au lait\"", "goal: |\n  Café\n  au lait",
    "goal: '  Café\u{A0}au\u{3000}lait '", "goal: >-\n  Café\n  au lait\n# a comment",
  ])
  func `layout is not covered`(goal: String) throws {
    let text = ApprovalDigest.text(of: try read(goal), role: "sales")
    #expect(text == #"{"role":"sales","terms":{"goal":"Café au lait"}}"#)
  }

  @Test(arguments: [
    "goal: Cafe au lait", "goal: café au lait", "goal: Café aulait",
    "goal: \"Café\\u200B au lait\"", "goal: Café au lait.",
  ])
  func `every word is covered`(goal: String) throws {
    let digest = ApprovalDigest.digest(of: try read("goal: Café au lait"), role: "sales")
    #expect(ApprovalDigest.digest(of: try read(goal), role: "sales") != digest)
  }

  @Test func `what YAML would take for a value is text`() throws {
    let brief = try read("goal: ~\ngo_live: no\nno_exclusions: null")
    #expect(
      ApprovalDigest.text(of: brief, role: "sales")
        == #"{"role":"sales","terms":{"go_live":"no","goal":"~","no_exclusions":"null"}}"#)
  }

  @Test func `what came up after acceptance is not covered`() throws {
    let before = try read("goal: Go")
    let after = try read(
      "goal: Go\nrisks:\n  - id: R1\n    text: Late\n    raised: 2026-08-01\n"
        + "requirements:\n  - id: I1\n    text: Access\n    raised: 2026-08-01")
    #expect(
      ApprovalDigest.digest(of: before, role: "sales")
        == ApprovalDigest.digest(of: after, role: "sales"))
  }

  @Test(arguments: 1...12)
  func `order, quoting and progress keep a digest and every covered word changes it`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let sample = SampleBrief(&random)
    let brief = try read(sample.text(&random))
    for role in ["sales", "receiving", "pricing"] {
      let digest = ApprovalDigest.digest(of: brief, role: role)
      let shuffled = try read(sample.text(&random))
      #expect(ApprovalDigest.digest(of: shuffled, role: role) == digest)
      let progressed = try read(sample.withProgress().text(&random))
      #expect(ApprovalDigest.digest(of: progressed, role: role) == digest)
    }
    let digest = ApprovalDigest.digest(of: brief, role: "sales")
    for changed in sample.changes() {
      #expect(ApprovalDigest.digest(of: try read(changed.text(&random)), role: "sales") != digest)
    }
  }

  private func read(_ frontMatter: String) throws -> Brief {
    try #require(Brief(reading: SourceText("---\n" + frontMatter + "\n---\n")))
  }
}
