internal import Briefs
package import Diagnostics

/// The policy can be read to its last field.
package struct InvalidPolicy: PolicyRule {
  package static let documentation = RuleDocumentation(
    id: "invalid-policy", category: .policy, weight: .alwaysError,
    summary: "The policy can be read to its last field.",
    rationale: "A roster that nobody can read says nothing about who may approve.",
    remedy: "Write the field as the message says; `handoff doctor` shows what is in force.",
    accepts: [
      "version: 1", "version: 1\npolicy:\n  severity:\n    invalid-value: error",
      """
      version: 1
      people:
        - email: lee@northwind.example
          roles: [legal, policy]
      """,
      """
      version: 1
      people:
        - email: lee@northwind.example
          name: "Lee #legal"
          roles: [customer-success, policy] # both for now
      """,
    ],
    rejects: [
      "version: ⟪one⟫", "version: 1\n⟪poeple⟫: []",
      """
      version: 1
      people:
        - email: lee@northwind.example
          name: Lee Ono ⟪#legal⟫
          roles: [⟪recieving⟫, policy]
      """,
      "version: 1\npolicy:\n  severity:\n    ⟪vage-promise⟫: error",
      "version: 1\npolicy:\n  severity:\n    invalid-value: ⟪warning⟫",
      """
      version: 1
      people:
        - email: ⟪LEE@northwind.example⟫
          roles: [legal, policy]
      """,
      """
      version: 1
      ⟪people⟫:
        - email: lee@northwind.example
          roles: [legal]
      """,
    ])

  package init() {}

  /// The faults of a policy that a change adds or keeps.
  package func check(_ change: PolicyChange) -> [Finding] {
    guard let policy = change.after else { return [] }
    let known = RuleCatalog.documentations.map(\.id)
    let unknown = policy.severityRules.filter { !known.contains($0.string) }
    return policy.findings + unknown.map { .unknownRule($0.string, $0.span, known: known) }
  }
}

extension Finding {
  fileprivate static func unknownRule(
    _ name: String, _ span: Range<Int>, known: [String]
  ) -> Finding {
    Finding(
      rule: InvalidPolicy.documentation.id, span: span,
      message: "there is no rule `\(name.shortened(to: 40))`, so its severity cannot be raised",
      help: NearestName.of(name, among: known).map { "did you mean `\($0)`?" }
        ?? "delete the line; the rules are listed in the reference")
  }
}
