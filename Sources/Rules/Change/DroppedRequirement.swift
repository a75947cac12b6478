internal import Briefs
package import Diagnostics

/// A requirement stays in its brief: done, or withdrawn with a reason.
package struct DroppedRequirement: Rule {
  package static let documentation = RuleDocumentation(
    id: "dropped-requirement", category: .change, weight: .alwaysError,
    summary: "A requirement stays in its brief: done, or withdrawn with a reason.",
    rationale: "What the work needs before it begins is still needed when nobody lists it.",
    remedy: DroppedItem.remedy,
    accepts: [
      RuleExample(
        """
        requirements:
          - id: I2
            text: A test tenant
          - id: I1
            text: Read access to the ERP
            withdrawn: The client no longer wants it.
        """,
        before: """
          requirements:
            - id: I1
              text: Read access to the ERP
            - id: I2
              text: A test tenant
          """)
    ],
    rejects: [
      RuleExample(
        """
        ⟪requirements⟫:
          - id: I2
            text: A test tenant
        """,
        before: """
          requirements:
            - id: I1
              text: Read access to the ERP
            - id: I2
              text: A test tenant
          """)
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    DroppedItem.findings(in: subject, from: [.requirements], rule: Self.documentation.id)
  }
}
