import ReceivedMail
import Testing

@Suite struct ReplyMatchTests {
  private let sent = [
    SentSummary(
      brief: "acme-onboarding", position: 0, kind: .call,
      messageID: "<acme-onboarding.r1.aa@n.example>"),
    SentSummary(
      brief: "acme-onboarding", position: 1, messageID: "<acme-onboarding.r2.bb@n.example>"),
    SentSummary(brief: "beta", position: 0, messageID: "<beta.r1.cc@n.example>"),
    SentSummary(
      brief: "beta", position: 1, kind: .introduction, messageID: "<beta.r1.dd@n.example>"),
    SentSummary(brief: "beta", position: 2, number: 2),
    SentSummary(brief: "beta", position: 3, kind: .call, number: 3),
    SentSummary(brief: "beta", position: 4, number: 3),
  ]
  private let briefs = ["acme-onboarding", "beta", "gamma"]

  private func match(
    inReplyTo: [String] = [], references: [String] = [], subject: String = "", named: String? = nil,
    kind: SentSummary.Kind? = nil, revision: Int? = nil
  ) throws(ReplyMatch.Failure) -> ReplyMatch {
    try ReplyMatch(
      of: ReceivedMessage(subject: subject, inReplyTo: inReplyTo, references: references),
      among: sent, briefs: briefs,
      chosen: ReplyMatch.Choice(brief: named, kind: kind, revision: revision))
  }

  @Test func `an id of ours that is not on record counts for its revision and no newer one`() throws
  {
    let older = try match(
      inReplyTo: ["acme-onboarding.r1.zz@n.example"], subject: "[acme-onboarding]")
    #expect(older.sent == sent[0] && older.isByNumber && older.newer == sent[1])
    let thread = try match(
      references: ["beta.r1.cc@n.example", "beta.r2.zz@n.example"], subject: "[beta]")
    #expect(thread.sent == sent[4] && thread.way == .references)
    #expect(throws: ReplyMatch.Failure.unrecorded("acme-onboarding", revision: 3)) {
      try match(inReplyTo: ["acme-onboarding.r3.zz@n.example"], named: "acme-onboarding")
    }
    #expect(throws: ReplyMatch.Failure.undecided("beta", revision: 3)) {
      try match(inReplyTo: ["beta.r3.zz@n.example"])
    }
    #expect(try match(inReplyTo: ["beta.r3.zz@n.example"], kind: .call).sent == sent[5])
    #expect(try !match(inReplyTo: ["acme-onboarding.r1.aa@n.example"]).isByNumber)
  }

  @Test func `what a person says chooses where no message is named, and contradicts none`() throws {
    #expect(try match(subject: "[acme-onboarding]", kind: .call).sent == sent[0])
    #expect(try match(subject: "[acme-onboarding]", revision: 1).sent == sent[0])
    #expect(throws: ReplyMatch.Failure.contradicted(sent[1])) {
      try match(inReplyTo: ["acme-onboarding.r2.bb@n.example"], kind: .call)
    }
    let told = try ReplyMatch(
      told: "beta", among: sent, chosen: ReplyMatch.Choice(kind: .final, revision: 2))
    #expect(told.sent == sent[4] && told.way == .named)
    #expect(throws: ReplyMatch.Failure.nothingSent("beta")) {
      try ReplyMatch(told: "beta", among: sent, chosen: ReplyMatch.Choice(revision: 9))
    }
  }

  @Test func `a reminder is no newer revision, and an id of two briefs is not chosen between`()
    throws
  {
    let again = SentSummary(brief: "beta", position: 9, messageID: "<beta.r1.ee@n.example>")
    let message = ReceivedMessage(inReplyTo: ["beta.r1.cc@n.example"])
    #expect(try ReplyMatch(of: message, among: [sent[2], again], briefs: briefs).newer == nil)
    let twin = SentSummary(brief: "gamma", position: 0, messageID: "<beta.r1.cc@n.example>")
    #expect(throws: ReplyMatch.Failure.several(["beta", "gamma"])) {
      try ReplyMatch(of: message, among: [sent[2], twin], briefs: briefs)
    }
  }

  @Test func `without an id a message answers what was sent before it, of its subject's kind`()
    throws
  {
    let sent = [
      SentSummary(
        brief: "beta", position: 0, kind: .call, sent: "2026-07-10", subject: "our conversation"),
      SentSummary(
        brief: "beta", position: 1, sent: "2026-07-13T09:00:00Z", subject: "before the handover"),
      SentSummary(
        brief: "beta", position: 2, sent: "2026-07-20", subject: "before the handover"),
    ]
    func match(
      _ subject: String, _ date: String, _ kind: SentSummary.Kind? = nil
    ) throws(ReplyMatch.Failure) -> Int {
      try ReplyMatch(
        of: ReceivedMessage(subject: subject, date: date), among: sent, briefs: ["beta"],
        chosen: ReplyMatch.Choice(kind: kind)
      ).sent.position
    }
    #expect(try match("Re: ok [beta]", "2026-07-20T08:00:00Z") == 2)
    #expect(try match("Re: ok [beta]", "2026-07-13T09:00:00Z") == 1)
    #expect(try match("Re: ok [beta]", "2026-07-13T08:59:59Z") == 0)
    #expect(try match("Re: our conversation [beta]", "2026-07-21T08:00:00Z") == 0)
    #expect(try match("Re: ok [beta]", "") == 2)
    #expect(throws: ReplyMatch.Failure.early("beta")) {
      try match("Re: ok [beta]", "2026-07-09T23:00:00Z")
    }
    #expect(throws: ReplyMatch.Failure.early("beta")) {
      try match("Re: before the handover [beta]", "2026-07-12T23:00:00Z")
    }
    #expect(try match("Re: ok [beta]", "2026-07-12T23:00:00Z", .final) == 2)
  }

  @Test func `an introduction is answered as the final summary in it where that is said`() throws {
    let sent = [
      SentSummary(brief: "beta", position: 0, messageID: "<a@x>", body: "one"),
      SentSummary(brief: "beta", position: 1, messageID: "<b@x>", body: "two"),
      SentSummary(
        brief: "beta", position: 2, kind: .introduction, messageID: "<c@x>", body: "one"),
    ]
    let message = ReceivedMessage(inReplyTo: ["c@x"])
    let match = try ReplyMatch(
      of: message, among: sent, briefs: ["beta"], chosen: ReplyMatch.Choice(kind: .final))
    #expect(match.sent == sent[0] && match.isOfIntroduction)
    #expect(try ReplyMatch(of: message, among: sent, briefs: ["beta"]).sent == sent[2])
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
    #expect(try match(named: "beta").sent == sent[6])
    #expect(try match(inReplyTo: ["acme-onboarding.r2.bb@n.example"], named: "beta").way == .named)
    #expect(throws: ReplyMatch.Failure.nothingSent("gamma")) { try match(named: "gamma") }
  }
}
