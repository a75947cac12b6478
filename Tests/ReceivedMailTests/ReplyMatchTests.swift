import ReceivedMail
import Testing

@Suite struct ReplyMatchTests {
  private let sent = [
    SentSummary(
      brief: "acme-onboarding", position: 0, messageID: "<acme-onboarding.r1.aa@n.example>"),
    SentSummary(
      brief: "acme-onboarding", position: 1, messageID: "<acme-onboarding.r2.bb@n.example>"),
    SentSummary(brief: "beta", position: 0, messageID: "<beta.r1.cc@n.example>"),
    SentSummary(
      brief: "beta", position: 1, messageID: "<beta.r1.dd@n.example>", isIntroduction: true),
  ]
  private let briefs = ["acme-onboarding", "beta", "gamma"]

  private func match(
    inReplyTo: [String] = [], references: [String] = [], subject: String = "", named: String? = nil
  ) throws(ReplyMatch.Failure) -> ReplyMatch {
    try ReplyMatch(
      of: ReceivedMessage(subject: subject, inReplyTo: inReplyTo, references: references),
      among: sent, briefs: briefs, named: named)
  }

  @Test func `In-Reply-To comes before all else`() throws {
    let match = try match(
      inReplyTo: ["acme-onboarding.r2.bb@n.example"], references: ["beta.r1.cc@n.example"],
      subject: "[beta]")
    #expect(match.sent == sent[1])
    #expect(match.way == .inReplyTo)
    #expect(match.sent.revision == 2)
    #expect(match.newer == nil)
  }

  @Test func `the last reference that is ours counts`() throws {
    let match = try match(
      inReplyTo: ["other@x"],
      references: ["acme-onboarding.r1.aa@n.example", "acme-onboarding.r2.bb@n.example", "other@x"])
    #expect(match.sent == sent[1])
    #expect(match.way == .references)
  }

  @Test func `a reply to an older revision is said to be one`() throws {
    let match = try match(inReplyTo: ["acme-onboarding.r1.aa@n.example"])
    #expect(match.newer == sent[1])
  }

  @Test func `the key of the thread stands in where a provider changed the ids`() throws {
    let match = try match(references: ["acme-onboarding@n.example", "0100018f@ses.example"])
    #expect(match.sent == sent[1])
    #expect(match.way == .references)
    #expect(throws: ReplyMatch.Failure.unknown) {
      try self.match(references: ["acme-onboarding@evil.example"])
    }
  }

  @Test func `the token of the subject comes last`() throws {
    let match = try match(subject: "AW: Re: [EXTERN] [acme-onboarding] What we captured")
    #expect(match.sent == sent[1])
    #expect(match.way == .subject)
  }

  @Test func `likeness is no match`() {
    #expect(throws: ReplyMatch.Failure.unknown) {
      try match(
        inReplyTo: ["ACME-onboarding.r2.bb@n.example"], subject: "acme-onboarding: What we captured"
      )
    }
    #expect(throws: ReplyMatch.Failure.unknown) { try match(inReplyTo: [""]) }
  }

  @Test func `two briefs in the subject are not chosen between`() {
    #expect(throws: ReplyMatch.Failure.several(["acme-onboarding", "beta"])) {
      try match(subject: "[acme-onboarding] [beta]")
    }
  }

  @Test func `the brief that a person names stands in, and rules out the others`() throws {
    #expect(try match(named: "beta").way == .named)
    #expect(try match(named: "beta").sent == sent[2])
    #expect(try match(inReplyTo: ["acme-onboarding.r2.bb@n.example"], named: "beta").way == .named)
    #expect(throws: ReplyMatch.Failure.nothingSent("gamma")) { try match(named: "gamma") }
  }
}
