internal import Briefs
package import Diagnostics

/// A risk stays in its brief: closed, or withdrawn with a reason.
package struct DroppedRisk: Rule {
  package static let documentation = RuleDocumentation(
    id: "dropped-risk", category: .change, weight: .alwaysError,
    summary: "A risk stays in its brief: closed, or withdrawn with a reason.",
    rationale: "A risk that nobody sees any more is the one that happens.",
    remedy: DroppedItem.remedy,
    accepts: [
      RuleExample(
        """
        risks:
          - id: R2
            text: No test system
            severity: low
            status: open
          - id: R1
            text: Finance lead on leave in August
            severity: low
            status: open
            withdrawn: The client no longer wants it.
        """,
        before: """
          risks:
            - id: R1
              text: Finance lead on leave in August
              severity: low
              status: open
            - id: R2
              text: No test system
              severity: low
              status: open
          """)
    ],
    rejects: [
      RuleExample(
        """
        ⟪risks⟫:
          - id: R2
            text: No test system
            severity: low
            status: open
        """,
        before: """
          risks:
            - id: R1
              text: Finance lead on leave in August
              severity: low
              status: open
            - id: R2
              text: No test system
              severity: low
              status: open
          """)
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    DroppedItem.findings(in: subject, from: [.risks], rule: Self.documentation.id)
  }
}
