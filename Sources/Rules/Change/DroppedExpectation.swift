internal import Briefs
package import Diagnostics

/// An expectation stays in its brief until it is settled or withdrawn with a reason.
package struct DroppedExpectation: Rule {
  package static let documentation = RuleDocumentation(
    id: "dropped-expectation", category: .change, weight: .alwaysError,
    summary: "An expectation stays in its brief until it is settled or withdrawn with a reason.",
    rationale: "What the client believes to be agreed does not go away by not being written down.",
    remedy: DroppedItem.remedy,
    accepts: [
      RuleExample(
        """
        expectations:
          - id: A2
            text: Two trainings a year
            basis: implied
          - id: A1
            text: Somebody is at every month-end close
            basis: implied
            withdrawn: The client no longer wants it.
        """,
        before: """
          expectations:
            - id: A1
              text: Somebody is at every month-end close
              basis: implied
            - id: A2
              text: Two trainings a year
              basis: implied
          """)
    ],
    rejects: [
      RuleExample(
        """
        ⟪expectations⟫:
          - id: A2
            text: Two trainings a year
            basis: implied
        """,
        before: """
          expectations:
            - id: A1
              text: Somebody is at every month-end close
              basis: implied
            - id: A2
              text: Two trainings a year
              basis: implied
          """)
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    DroppedItem.findings(in: subject, from: [.expectations], rule: Self.documentation.id)
  }
}
