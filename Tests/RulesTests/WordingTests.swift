import Briefs
import Diagnostics
import FoundationEssentials
import Rules
import Testing

@Suite struct WordingTests {
  @Test(arguments: ["acme-onboarding", "borealis-delivery"])
  func `a good brief has nothing to say against its wording`(sample: String) throws {
    let text = try String(
      contentsOfFile: "\(Scaffold.root)/Tests/Samples/\(sample).md", encoding: .utf8)
    let found = try diagnostics(of: text).map { "\($0.rule): \($0.message)" }
    #expect(found == [])
  }

  @Test(arguments: [
    "Custom weekly revenue report by 1 September.", "The stock view by warehouse for 45 users.",
    "Single sign-on with the client's own identity provider from the go-live on.",
    "We answer within four hours on working days.", "Users may invite up to five guests each.",
    "Two named consultants, as soon as the contract is signed.",
    "The price list is imported every night at 02:00.", "The trial plan to the board by Friday.",
    "Orders should show the carrier's name.", "Export to CSV, XML and PDF; nothing is typed twice.",
    "Ana's team can expect two workshops of three hours.", "A likeness check of photographs.",
    "Einführung an allen Standorten bis 1. Oktober.", "全拠点で十月一日までに稼働。",
  ])
  func `a plain promise is neither vague nor a custom term`(promise: String) throws {
    #expect(try wording(of: Scaffold.file(WordingTests.promise(promise, quote: nil))) == [])
  }

  @Test(arguments: [
    ("Report by May.", "you will get the report by May, don't worry"),
    ("Report by May.", "No problem, we do the report by May."),
    ("Report by May at the latest.", "the report is there no later than May"),
    ("Report by May.", "Could we have the report by May? Sure, we'll do that."),
    ("Report by May.", "we'll do the report by May. If you like I can show you how it looks."),
    ("Report by May.", "the report by May is fine, but we won't do dashboards"),
    ("Report without figures of May.", "the report will not have the figures of May"),
    ("Report by May, subject to access to the ERP.", "report by May if we get into the ERP"),
    ("We aim to have the report by May.", "we might have the report by May"),
    ("No typing for the report.", "you will never type anything for the report"),
    ("Report by May.", "Report by May."), ("Report by May.", "…"),
  ])
  func `a promise as firm as its quote is not hardened`(promise: String, quote: String) throws {
    let text = Scaffold.file(WordingTests.promise(promise, quote: quote))
    #expect(try wording(of: text).filter { $0.contains("hardened") } == [])
  }

  @Test(arguments: [
    ("if legal agrees we will do the report by May", "sets a condition: “if legal agrees we"),
    ("I think we can do the report by May", "hedges: “I think we can do"),
    ("we can’t do the report by May", "negates: “can’t do the report by May”"),
    ("we would like the report by May", "asks: “we would like the report"),
    ("„Bekommen wir den Report bis Mai?“", "asks: “„Bekommen wir"),
  ])
  func `a hardened promise is told by the words of its quote`(quote: String, words: String) throws {
    let text = Scaffold.file(WordingTests.promise("Report by May.", quote: quote))
    let found = try diagnostics(of: text).filter { $0.rule == "hardened-promise" }.map(\.message)
    #expect(found.count == 1)
    #expect(found.first?.contains(words) ?? false, "\(found)")
  }

  @Test(arguments: [
    "## Timeline\n\nWe kick off on Monday the 10th of August; you go live on 1 October.\n",
    "## Timeline\n\n| Step | Day |\n|---|---|\n| Go-live | 1 October 2026 |\n",
    "## Timeline\n\nThe go-live decision is on 15 September, and the kickoff is planned.\n",
    "## Timeline\n\nNot discussed yet.\n", "## Next steps\n\nNot yet discussed.\n",
    "## Next steps\n\n1. Send the data model (Jonas Weber)\n2. IT opens the firewall\n",
    "## Next steps\n\n- [ ] Ana: list of users\n- [x] Contract signed by both\n",
    "## Business priorities\n\nWe heard that we all lose time, and we want our figures by day three. "
      + "You told us that your team types them, that you check them and that your board waits.\n",
    "## Business priorities\n\nYou asked whether we will migrate the archive: that is open.\n",
    "## Business priorities\n\n> “We will leave for another vendor by March.”\n",
    "## Business impact\n\nAna told us: nine days, six people, and no time for the board at 14:20.\n",
    "## Current situation\n\nThe ERP covers finance; a former project included on-site training.\n",
  ])
  func `a plain summary is not doubted`(summary: String) throws {
    let found = try diagnostics(of: Scaffold.file(summary)).map { "\($0.rule): \($0.message)" }
    #expect(found == [])
  }

  @Test func `a team adds cue words of its own, and takes false ones out`() throws {
    let text = Scaffold.file(
      """
      promises:
        - id: P1
          text: Wir liefern voraussichtlich im Mai.
        - id: P2
          text: The discount engine is connected.
      custom_terms: []
      """)
    let policy = Policy(
      reading: SourceText(
        """
        version: 1
        policy:
          cue_words:
            hedges: [voraussichtlich]
            idioms: [discount engine]
        """))
    #expect(policy.findings.map(\.message) == [])
    #expect(try wording(of: text) == ["unlisted-term P2"])
    #expect(try wording(of: text, policy) == ["vague-promise P1"])
  }

  @Test func `a summary that cannot be parsed has no wording`() throws {
    let nested = String(repeating: "> ", count: 100) + "we guarantee free hosting for your team"
    #expect(try wording(of: Scaffold.file("## Timeline\n\n\(nested)\n")) == [])
  }

  @Test func `a brief as large as may be is judged`() throws {
    let promises = (1...1_000).map { "  - id: P\($0)\n    text: We might do it for free\n" }
    let exclusions = (1...1_000).map { "  - id: X\($0)\n    text: do it for \($0) all\n" }
    let steps = String(repeating: "We will do it. ", count: 2_000)
    let text = Scaffold.file(
      "promises:\n\(promises.joined())exclusions:\n\(exclusions.joined())## Timeline\n\n\(steps)\n")
    #expect(try wording(of: text).count >= 1_000)
  }

  private static func promise(_ text: String, quote: String?) -> String {
    "promises:\n  - id: P1\n    text: '\(text.replacing("'", with: "''"))'\n    source: E1"
      + (quote.map { "\n    quote: '\($0.replacing("'", with: "''"))'" } ?? "")
  }

  /// The rules on wording that doubt a brief, each with the item it speaks of.
  private func wording(of text: String, _ policy: Policy = RuleCase.policy) throws -> [String] {
    try diagnostics(of: text, policy)
      .map { [$0.rule, $0.item].compactMap { $0 }.joined(separator: " ") }
  }

  private func diagnostics(
    of text: String, _ policy: Policy = RuleCase.policy
  ) throws -> [Finding] {
    let subject = Subject(
      brief: try RuleCase.brief(Array(text.utf8)), path: "handoffs/acme/acme-onboarding.md",
      policy: policy, day: RuleCase.day)
    return RuleCatalog.all.filter { $0.documentation.category == .wording }
      .flatMap { $0.init().check(subject) }
  }
}
