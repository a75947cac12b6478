import Briefs
import Diagnostics
import Rules
import Testing

@Suite struct ContentRulesTests {
  @Test func `a hurried draft is told all that is missing, with what to do next`() throws {
    let text = Scaffold.file(
      """
      from: dina@northwind.example
      goal:
      promises:
        - id: P1
          text: SSO by May
          bounded_by: [X9]
        - Weekly report by September
      exclusions: []
      requirements:
        - id: I1
          text: ERP access
          drafted_by: handoff
      !## Next steps
      """)
    let subject = Subject(
      brief: try RuleCase.brief(Array(text.utf8)), path: "handoffs/acme/acme-onboarding.md",
      policy: RuleCase.policy, day: RuleCase.day)
    let told = Judge.diagnostics(for: subject).filter { diagnostic in
      RuleCatalog.documentation(of: diagnostic.rule)?.category == .content
    }
    #expect(told.allSatisfy { $0.severity == .warning })
    #expect(
      told.map { "\($0.rule): \($0.message)\n  \($0.help)" }.joined(separator: "\n") == expected)
  }

  @Test func `words under the wrong name are told where they belong`() throws {
    let text = Scaffold.file(
      "stakeholders:\n  - id: S1\n    text: Ana\nsuccess_criteria:\n  - id: M1\n    text: Days")
    let brief = try RuleCase.brief(Array(text.utf8))
    let help = brief.findings.filter { $0.rule == "unknown-field" }.map(\.help)
    #expect(help.count == 2)
    #expect(help.first?.hasPrefix("did you mean `name`?") ?? false, "\(help)")
    #expect(help.last?.hasPrefix("did you mean `metric`?") ?? false, "\(help)")
    let remedy = RuleCatalog.documentation(of: "unknown-field")?.remedy ?? ""
    #expect(remedy.contains("`success_criteria`: id, metric, baseline, target"), "\(remedy)")
  }

  private let expected = """
    missing-section: the summary has no section “Next steps”
      write `## Next steps` below the front-matter and what the customer said, or \
    “Not discussed yet”
    unknown-person: dina@northwind.example in `from` is not on the roster
      did you mean dana@northwind.example? Else have the person added under `people` in \
    handoff.yaml
    missing-field: the brief does not say its `goal`
      `handoff set acme-onboarding goal "…"`
    uncited-promise: P1 “SSO by May” names no source
      `handoff cite acme-onboarding/P1 "the words"`, or write where it was said, such as `source: E1`
    unresolved-reference: P1 “SSO by May” names X9 in `bounded_by`, and nothing under \
    `exclusions` is that
      correct the id, or add the exclusion under `exclusions`
    missing-field: “Weekly report by September” under `promises` has no id yet
      `handoff fmt acme-onboarding` gives it one
    missing-exclusions: the brief does not say what is not included
      `handoff add acme-onboarding exclusion "…"`, or say why there is none: \
    `handoff set acme-onboarding no_exclusions "…"`
    unresolved-reference: A1 “Somebody from us is at every month-end close.” is settled by “X1”, \
    which is no promise or exclusion of this brief
      write the id of a promise or exclusion, or \
    `settled: "declined: how the client was told"`
    unadopted-draft: I1 “ERP access” was drafted by handoff, and no person has adopted it
      read it beside its quote, then `handoff set acme-onboarding/I1 adopted_by YOU`
    """
}
