import Briefs
import Diagnostics
import Rules
import Testing

/// The examples of the rules on the policy, each a whole `handoff.yaml`.
@Suite struct PolicyRuleExampleTests {
  static let ids = RuleCatalog.documentations.filter { $0.category == .policy }.map(\.id)

  @Test(arguments: ids)
  func `what a rule accepts has no finding of it`(id: String) throws {
    let documentation = try #require(RuleCatalog.documentation(of: id))
    for example in documentation.accepts {
      let found = findings(of: id, in: example)
      #expect(found.map(\.message) == [], "\(example.text)")
    }
  }

  @Test(arguments: ids)
  func `what a rule rejects is found at exactly the marked spans`(id: String) throws {
    let documentation = try #require(RuleCatalog.documentation(of: id))
    for example in documentation.rejects {
      let found = findings(of: id, in: example)
      #expect(found.map(\.span) == MarkedText(example.text).spans, "\(example.text)")
    }
  }

  private func findings(of id: String, in example: RuleExample) -> [Finding] {
    let before = example.before.map { [Policy(reading: SourceText($0))] } ?? []
    let sample = PolicyChange(
      before: before, after: Policy(reading: SourceText(MarkedText(example.text).bytes)),
      author: example.author, day: RuleCase.day)
    return id == "invalid-policy"
      ? InvalidPolicy().check(sample) : UnauthorisedPolicy().check(sample)
  }
}
