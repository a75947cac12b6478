internal import Briefs
package import Diagnostics

/// A stakeholder stays in the brief, or is withdrawn with a reason.
package struct DroppedStakeholder: Rule {
  package static let documentation = RuleDocumentation(
    id: "dropped-stakeholder", category: .change, weight: .alwaysError,
    summary: "A stakeholder stays in the brief, or is withdrawn with a reason.",
    rationale: "The person left out of the handoff is the one who asks why nobody spoke to them.",
    remedy: DroppedItem.remedy,
    accepts: [
      RuleExample(
        """
        stakeholders:
          - id: S2
            name: Jo Berg
            role: economic buyer
          - id: S1
            name: Ana Ruiz
            role: economic buyer
            withdrawn: The client no longer wants it.
        """,
        before: """
          stakeholders:
            - id: S1
              name: Ana Ruiz
              role: economic buyer
            - id: S2
              name: Jo Berg
              role: economic buyer
          """)
    ],
    rejects: [
      RuleExample(
        """
        ⟪stakeholders⟫:
          - id: S2
            name: Jo Berg
            role: economic buyer
        """,
        before: """
          stakeholders:
            - id: S1
              name: Ana Ruiz
              role: economic buyer
            - id: S2
              name: Jo Berg
              role: economic buyer
          """)
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    DroppedItem.findings(in: subject, from: [.stakeholders], rule: Self.documentation.id)
  }
}
