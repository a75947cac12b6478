internal import Briefs
package import Diagnostics

/// What is on record stays on record.
package struct DroppedRecord: Rule {
  package static let documentation = RuleDocumentation(
    id: "dropped-record", category: .change, weight: .alwaysError,
    summary: "What is on record stays on record.",
    rationale: "A return, an approval or an email that can be deleted proves nothing.",
    remedy: "Put the record back as it was; answer or outdate it with a new one.",
    accepts: [
      RuleExample(
        """
        returns:
          - id: B1
            by: sam@northwind.example
            at: 2026-07-21T09:00:00Z
            reasons: [missing-exclusion]
            answer: X2 says it now.
        """,
        before: """
          returns:
            - id: B1
              by: sam@northwind.example
              at: 2026-07-21T09:00:00Z
              reasons: [missing-exclusion]
          """)
    ],
    rejects: [
      RuleExample(
        "⟪returns⟫: []",
        before: """
          returns:
            - id: B1
              by: sam@northwind.example
              at: 2026-07-21T09:00:00Z
              reasons: [missing-exclusion]
          """)
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    DroppedItem.findings(
      in: subject, from: Set(ItemList.allCases.filter(\.isRecord)), rule: Self.documentation.id)
      + outdatedApprovals(subject)
  }
}
