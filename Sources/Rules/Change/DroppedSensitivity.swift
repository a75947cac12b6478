internal import Briefs
package import Diagnostics

/// A sensitivity stays in its brief, or is withdrawn with a reason.
package struct DroppedSensitivity: Rule {
  package static let documentation = RuleDocumentation(
    id: "dropped-sensitivity", category: .change, weight: .alwaysError,
    summary: "A sensitivity stays in its brief, or is withdrawn with a reason.",
    rationale: "The receiver steps on what the sender knew to avoid.",
    remedy: DroppedItem.remedy,
    accepts: [
      RuleExample(
        """
        sensitivities:
          - id: N2
            text: The CFO dislikes calls
          - id: N1
            text: Do not mention the failed 2024 rollout
            withdrawn: The client no longer wants it.
        """,
        before: """
          sensitivities:
            - id: N1
              text: Do not mention the failed 2024 rollout
            - id: N2
              text: The CFO dislikes calls
          """)
    ],
    rejects: [
      RuleExample(
        """
        ⟪sensitivities⟫:
          - id: N2
            text: The CFO dislikes calls
        """,
        before: """
          sensitivities:
            - id: N1
              text: Do not mention the failed 2024 rollout
            - id: N2
              text: The CFO dislikes calls
          """)
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    DroppedItem.findings(in: subject, from: [.sensitivities], rule: Self.documentation.id)
  }
}
