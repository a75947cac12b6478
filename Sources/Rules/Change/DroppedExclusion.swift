internal import Briefs
package import Diagnostics

/// An exclusion stays in its brief, or is withdrawn with a reason.
package struct DroppedExclusion: Rule {
  package static let documentation = RuleDocumentation(
    id: "dropped-exclusion", category: .change, weight: .alwaysError,
    summary: "An exclusion stays in its brief, or is withdrawn with a reason.",
    rationale: "An exclusion that got lost is delivered for nothing, or fought over.",
    remedy: DroppedItem.remedy,
    accepts: [
      RuleExample(
        """
        exclusions:
          - id: X2
            text: Dashboards
          - id: X1
            text: On-site training
            withdrawn: The client no longer wants it.
        """,
        before: """
          exclusions:
            - id: X1
              text: On-site training
            - id: X2
              text: Dashboards
          """)
    ],
    rejects: [
      RuleExample(
        """
        ⟪exclusions⟫:
          - id: X2
            text: Dashboards
        """,
        before: """
          exclusions:
            - id: X1
              text: On-site training
            - id: X2
              text: Dashboards
          """)
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    DroppedItem.findings(in: subject, from: [.exclusions], rule: Self.documentation.id)
  }
}
