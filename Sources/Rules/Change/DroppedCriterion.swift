internal import Briefs
package import Diagnostics

/// A success criterion stays in its brief, or is withdrawn with a reason.
package struct DroppedCriterion: Rule {
  package static let documentation = RuleDocumentation(
    id: "dropped-criterion", category: .change, weight: .alwaysError,
    summary: "A success criterion stays in its brief, or is withdrawn with a reason.",
    rationale: "The client goes on measuring by it.",
    remedy: DroppedItem.remedy,
    accepts: [
      RuleExample(
        """
        success_criteria:
          - id: M2
            metric: reports by hand
            target: "3"
          - id: M1
            metric: days to close the month
            target: "3"
            withdrawn: The client no longer wants it.
        """,
        before: """
          success_criteria:
            - id: M1
              metric: days to close the month
              target: "3"
            - id: M2
              metric: reports by hand
              target: "3"
          """)
    ],
    rejects: [
      RuleExample(
        """
        ⟪success_criteria⟫:
          - id: M2
            metric: reports by hand
            target: "3"
        """,
        before: """
          success_criteria:
            - id: M1
              metric: days to close the month
              target: "3"
            - id: M2
              metric: reports by hand
              target: "3"
          """)
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    DroppedItem.findings(in: subject, from: [.successCriteria], rule: Self.documentation.id)
  }
}
