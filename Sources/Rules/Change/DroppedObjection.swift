internal import Briefs
package import Diagnostics

/// An objection stays in its brief, with its response, or is withdrawn with a reason.
package struct DroppedObjection: Rule {
  package static let documentation = RuleDocumentation(
    id: "dropped-objection", category: .change, weight: .alwaysError,
    summary: "An objection stays in its brief, with its response, or is withdrawn with a reason.",
    rationale:
      "A doubt that was raised once comes back, and the receiver should know the answer given.",
    remedy: DroppedItem.remedy,
    accepts: [
      RuleExample(
        """
        objections:
          - id: O2
            text: Too many tools
          - id: O1
            text: Too long a rollout
            withdrawn: The client no longer wants it.
        """,
        before: """
          objections:
            - id: O1
              text: Too long a rollout
            - id: O2
              text: Too many tools
          """)
    ],
    rejects: [
      RuleExample(
        """
        ⟪objections⟫:
          - id: O2
            text: Too many tools
        """,
        before: """
          objections:
            - id: O1
              text: Too long a rollout
            - id: O2
              text: Too many tools
          """)
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    DroppedItem.findings(in: subject, from: [.objections], rule: Self.documentation.id)
  }
}
