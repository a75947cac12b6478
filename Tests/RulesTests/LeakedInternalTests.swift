import Briefs
import Diagnostics
import Rules
import Testing

@Suite struct LeakedInternalTests {
  /// A place where internal words may be, each written so that only a reader sees them.
  struct Leak: CustomTestStringConvertible, Sendable {
    let name: String
    let fragment: String

    init(_ name: String, _ fragment: String) {
      self.name = name
      self.fragment = fragment
    }

    var testDescription: String { name }

    static let sensitivity =
      "sensitivities:\n  - id: N1\n    text: Ana was passed over for the board\n"

    /// A summary's last section beside that sensitivity.
    static func summary(_ name: String, _ words: String) -> Leak {
      Leak(name, "\(sensitivity)## Next steps\n\n\(words)\n")
    }

    /// A field beside that sensitivity.
    static func field(_ name: String, _ lines: String) -> Leak {
      Leak(name, "\(lines)\n\(sensitivity)")
    }

    static let all: [Leak] = [
      summary("plainly", "Ana was passed over for the board."),
      summary("with entities", "An&#97; w&#x61;s &#112;assed o&#118;er for the board."),
      summary("with an entity made of two pieces", "Ana w&<b></b>#97;s passed over for the board."),
      summary("with a comment", "Ana w<!-- x -->as pas<!-- y -->sed over f<!-- -->or the board."),
      summary("with tags", "Ana w<b>as</b> p<i>assed o</i>ver for the board."),
      summary("with emphasis", "Ana w*a*s pa**ss**ed ov*e*r for the b*oar*d."),
      summary("with soft hyphens", "Ana w\u{AD}as pas\u{AD}sed over f\u{AD}or the board."),
      summary("with zero width", "Ana w\u{200B}as pas\u{200D}sed ov\u{2060}er for the board."),
      summary("with escapes", "Ana\\_was passed\\-over for\\. the board."),
      summary("in capitals and quotes", "“ANA WAS” — ‘PASSED OVER’ FOR THE BOARD."),
      summary("in a link's words", "See [Ana w](https://a.example)as passed over for the board."),
      summary("in a link", "See [this](https://a.example/ana-was-p&#97;ssed-over-for-the-board)."),
      summary("on many lines", "- Ana was\n- passed over\n\n> for the\n> board"),
      summary("in a smaller heading", "Hello.\n\n### Ana w&#97;s passed over for the board\n"),
      field(
        "in a promise", "promises:\n  - id: P1\n    text: SSO. Ana was passed over for the board!"),
      field(
        "in a due",
        "promises:\n  - id: P1\n    text: SSO\n    due: Ana was passed over for the board"),
      field(
        "in an exclusion",
        "exclusions:\n  - id: X1\n    text: ANA WAS pas\u{AD}sed over for the board"),
      field(
        "in a term",
        "custom_terms:\n  - id: T1\n    kind: legal\n    text: Ana was passed over for the board"),
      field("in the account", "account: Acme (Ana was passed over for the board)"),
      field(
        "in a name",
        "stakeholders:\n  - id: S1\n    name: Ana, was passed over for the board\n    role: buyer"),
      Leak(
        "in a name that a note repeats",
        "stakeholders:\n  - id: S1\n    name: Ana Ruiz hates Sam\n    role: buyer\n"
          + "  - id: S2\n    name: Ben\n    role: user\n    notes: Ana Ruiz hates Sam"),
      Leak(
        "two rare words",
        "sensitivities:\n  - id: N1\n    text: Ben Ortiz\n## Next steps\n\nAsk Ben Ortiz.\n"),
      Leak(
        "letters composed in another way",
        "sensitivities:\n  - id: N1\n    text: Zo\u{EB} geht bald\n## Next steps\n\nZOE\u{308} geht bald.\n"
      ),
      Leak(
        "a withdrawn promise excuses nothing",
        "promises:\n  - id: P1\n    text: Champion may leave\n    withdrawn: a slip\nrisks:\n"
          + "  - id: R1\n    text: Champion may leave\n    severity: low\n    status: open\n"
          + "## Next steps\n\nThe champion may leave.\n"),
      Leak(
        "a guess of ours excuses nothing",
        "requirements:\n  - id: I1\n    text: Champion may leave\n    confidence: inferred\nrisks:\n"
          + "  - id: R1\n    text: Champion may leave\n    severity: low\n    status: open\n"
          + "## Next steps\n\nThe champion may leave.\n"),
      Leak(
        "a withdrawn risk is still internal",
        "risks:\n  - id: R1\n    text: Champion may leave\n    severity: low\n    status: open\n"
          + "    withdrawn: she stays\n## Next steps\n\nThe champion may leave.\n"),
    ]

    /// A sentence that two owners write to each other, in a field of a list.
    static func sentence(_ name: String, _ lines: String) -> Leak {
      Leak(
        name,
        "\(lines)The board has not signed the budget\n"
          + "## Next steps\n\nThe board has not signed the budget.\n")
    }

    static let sentences: [Leak] = [
      sentence("a question", "questions:\n  - id: Q1\n    text: "),
      sentence("an answer", "questions:\n  - id: Q1\n    text: Why?\n    answer: "),
      sentence("an incident", "incidents:\n  - id: C1\n    text: "),
      sentence("support", "support:\n  - id: U1\n    debrief: "),
      sentence("what somebody heard", "evidence:\n  - id: E1\n    kind: spoken\n    text: "),
      sentence("an exclusion's reason", "exclusions:\n  - id: X1\n    text: A\n    reason: "),
      sentence("a clause", "promises:\n  - id: P1\n    text: SSO\n    clause: "),
      sentence("an expectation", "expectations:\n  - id: A1\n    text: "),
      sentence("a waiver's reason", "waivers:\n  - id: W1\n    rule: x\n    reason: "),
      sentence("an objection", "objections:\n  - id: O1\n    text: "),
      sentence("a response", "objections:\n  - id: O1\n    text: A\n    response: "),
      sentence("why it is gone", "promises:\n  - id: P1\n    text: SSO\n    withdrawn: "),
    ]

    static let none: [Leak] = [
      Leak(
        "a part of a sentence of an expectation",
        "expectations:\n  - id: A1\n    text: The board has not signed the budget yet, says Ana\n"
          + "## Next steps\n\nThe board has not signed the budget.\n"),
      Leak(
        "an expectation that an exclusion settles in the same words",
        "expectations:\n  - id: A1\n    text: Somebody is at every month-end close\n"
          + "exclusions:\n  - id: X1\n    text: Somebody is at every month-end close\n"
          + "## Next steps\n\nSomebody is at every month-end close.\n"),
      Leak(
        "two words of every day",
        "sensitivities:\n  - id: N1\n    text: The budget\n  - id: N2\n    text: No calls\n"
          + "## Next steps\n\nThe budget is agreed, so no calls are needed.\n"),
      Leak(
        "a risk's or a note's two words",
        "risks:\n  - id: R1\n    text: Data quality\n    severity: low\n    status: open\n"
          + "stakeholders:\n  - id: S1\n    name: Ana Ruiz\n    role: buyer\n    notes: Decision maker\n"
          + "## Next steps\n\nAna, the decision maker, looks at data quality.\n"),
      Leak(
        "a stakeholder's name and role",
        "stakeholders:\n  - id: S1\n    name: Ben Ortiz\n    role: Head of Finance\n"
          + "    notes: Head of finance\nsensitivities:\n  - id: N1\n    text: Ben Ortiz\n"
          + "## Next steps\n\nBen Ortiz, head of finance, signs.\n"),
      Leak(
        "an account's long name",
        "account: The Savings Bank of Lower Saxony\nsensitivities:\n  - id: N1\n"
          + "    text: The Savings Bank of Lower Saxony is for sale\n"
          + "## Next steps\n\nThe Savings Bank of Lower Saxony signs.\n"),
      Leak(
        "a risk about a promise",
        "promises:\n  - id: P1\n    text: Weekly revenue report for all regions by May\nrisks:\n"
          + "  - id: R1\n    text: Weekly revenue report for all regions by May is tight\n"
          + "    severity: low\n    status: open\n"
          + "## Next steps\n\nThe *weekly* revenue report for all regions by May.\n"),
      Leak(
        "a withdrawn promise is not rendered",
        "promises:\n  - id: P1\n    text: SSO. Champion may leave\n    withdrawn: a slip\nrisks:\n"
          + "  - id: R1\n    text: Champion may leave\n    severity: low\n    status: open"),
    ]
  }

  @Test(arguments: Leak.all + Leak.sentences)
  func `what a client would read is found however it is written`(_ leak: Leak) throws {
    let messages = try messages(leak.fragment)
    #expect(messages.count == 1, "\(messages)")
  }

  @Test(arguments: Leak.none)
  func `what is said anyway is no leak`(_ leak: Leak) throws {
    #expect(try messages(leak.fragment) == [])
  }

  @Test func `thousands of risks and promises take no time`() throws {
    let risks = (0..<5_000).map {
      "  - id: R\($0)\n    text: a a a a a a a \($0) b\n    severity: low\n    status: open"
    }
    let promises = (0..<5_000).map { "  - id: P\($0)\n    text: a a a a a a a a a \($0 + 1)" }
    let fragment =
      "promises:\n\(promises.joined(separator: "\n"))\nrisks:\n\(risks.joined(separator: "\n"))\n"
    let start = ContinuousClock.now
    _ = try messages(fragment)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  private func messages(_ fragment: String) throws -> [String] {
    let brief = try RuleCase.brief(Array(Scaffold.file(fragment).utf8))
    let subject = Subject(
      brief: brief, path: "handoffs/acme/acme-onboarding.md", policy: RuleCase.policy,
      day: RuleCase.day)
    return LeakedInternal().check(subject).map(\.message)
  }
}
