package import Diagnostics

/// A value has the form that its field asks for.
package struct InvalidValue: Rule {
  package static let documentation = RuleDocumentation(
    id: "invalid-value", category: .reading, weight: .alwaysError,
    summary: "A value has the form that its field asks for.",
    rationale: "A date that nobody can read is a date that nobody keeps.",
    remedy: "Write the value as the message says, such as a day as 2026-10-01.",
    accepts: ["go_live: 2026-10-01", "kickoff: 2026-02-28"],
    rejects: [
      "go_live: ⟪1 October⟫", "kickoff: ⟪2026-02-30⟫", "to: ⟪Sam⟫",
      "exclusions:\n  - id: X1\n    text: Training\n    withdrawn: ⟪tbd⟫",
      """
      approvals:
        - role: receiving
          by: sam@northwind.example
          at: 2026-07-20T10:00:00Z
          covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
        - role: receiving
          by: sam@northwind.example
          at: ⟪2026-07-20T09:00:00Z⟫
          covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
      """,
      """
      emails:
        - kind: final
          body: \(AcmeSummary.final)
          sent: 2026-07-20
          to: [ana@acme.example]
          reply: confirmed
          replied: ⟪2026-07-19⟫
          replied_by: ana@acme.example
          how: phone
        - kind: final
          body: \(AcmeSummary.final)
          sent: 2026-07-20
          to: [ana@acme.example]
          reply: confirmed
          replied: 2026-07-20
          replied_by: ⟪dana@northwind.example⟫
          how: phone
      """,
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    subject.brief.findings(of: Self.documentation.id) + misdatedApprovals(subject)
      + impossibleAnswers(subject) + repeatedMessages(subject)
  }
}
