internal import Briefs
package import Diagnostics

/// A custom term stays in its brief, or is withdrawn with a reason.
package struct DroppedTerm: Rule {
  package static let documentation = RuleDocumentation(
    id: "dropped-term", category: .change, weight: .alwaysError,
    summary: "A custom term stays in its brief, or is withdrawn with a reason.",
    rationale:
      "Terms out of the ordinary are agreed and paid for, and nobody delivers what they cannot see.",
    remedy: DroppedItem.remedy,
    accepts: [
      RuleExample(
        """
        custom_terms:
          - id: T2
            text: Net 60 days
            kind: pricing
          - id: T1
            text: 10% discount in year one
            kind: pricing
            withdrawn: The client no longer wants it.
        """,
        before: """
          custom_terms:
            - id: T1
              text: 10% discount in year one
              kind: pricing
            - id: T2
              text: Net 60 days
              kind: pricing
          """)
    ],
    rejects: [
      RuleExample(
        """
        ⟪custom_terms⟫:
          - id: T2
            text: Net 60 days
            kind: pricing
        """,
        before: """
          custom_terms:
            - id: T1
              text: 10% discount in year one
              kind: pricing
            - id: T2
              text: Net 60 days
              kind: pricing
          """)
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    DroppedItem.findings(in: subject, from: [.customTerms], rule: Self.documentation.id)
  }
}
