package import Diagnostics

/// An id names one item of its brief.
package struct DuplicateId: Rule {
  package static let documentation = RuleDocumentation(
    id: "duplicate-id", category: .reading, weight: .alwaysError,
    summary: "An id names one item of its brief.",
    rationale: "Who approves P1 must know which P1.",
    remedy: "Give the newer of the two items another id.",
    accepts: ["exclusions:\n  - id: X1\n    text: Training\n  - id: X2\n    text: Travel"],
    rejects: ["exclusions:\n  - id: X1\n    text: Training\n  - id: ⟪X1⟫\n    text: Travel"])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    subject.brief.findings(of: Self.documentation.id)
  }
}
