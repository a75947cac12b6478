internal import Briefs
package import Diagnostics

/// A promise stays in its brief, or is withdrawn with a reason.
package struct DroppedPromise: Rule {
  package static let documentation = RuleDocumentation(
    id: "dropped-promise", category: .change, weight: .alwaysError,
    summary: "A promise stays in its brief, or is withdrawn with a reason.",
    rationale:
      "What a colleague promised binds the receiver, whether the brief still says so or not.",
    remedy: DroppedItem.remedy,
    accepts: [
      RuleExample(
        """
        promises:
          - id: P2
            text: Single sign-on
          - id: P1
            text: Weekly revenue report
            withdrawn: The client no longer wants it.
        """,
        before: """
          promises:
            - id: P1
              text: Weekly revenue report
            - id: P2
              text: Single sign-on
          """)
    ],
    rejects: [
      RuleExample(
        """
        ⟪promises⟫:
          - id: P2
            text: Single sign-on
        """,
        before: """
          promises:
            - id: P1
              text: Weekly revenue report
            - id: P2
              text: Single sign-on
          """)
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    DroppedItem.findings(in: subject, from: [.promises], rule: Self.documentation.id)
  }
}
