import Briefs
import Diagnostics
import Rules
import Testing

@Suite struct WaiverReferenceTests {
  @Test(arguments: [
    (
      "vage-promise", "W1 “Agreed.” waives `vage-promise`, and there is no such rule",
      "did you mean `vague-promise`?"
    ),
    (
      "nonsense", "W1 “Agreed.” waives `nonsense`, and there is no such rule",
      "write the rule as the finding names it, such as `vague-promise`"
    ),
    (
      "dropped-exclusion", "W1 “Agreed.” waives `dropped-exclusion`, which nobody can waive",
      "mend what the rule finds (`handoff explain dropped-exclusion`), then "
        + "`handoff withdraw acme/W1 --reason \"…\"`"
    ),
  ])
  func `a waiver that waives nothing says so`(rule: String, message: String, help: String) throws {
    let text = "---\nhandoff: acme\nwaivers:\n- id: W1\n  rule: \(rule)\n  reason: Agreed.\n---\n"
    let subject = Subject(
      brief: try RuleCase.brief(Array(text.utf8)), path: "handoffs/acme.md",
      policy: RuleCase.policy, day: RuleCase.day)
    let findings = UnresolvedReference().check(subject)
    #expect(findings.map(\.message) == [message])
    #expect(findings.map(\.help) == [help])
  }
}
