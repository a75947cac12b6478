package import Diagnostics

/// A field has a name that we know, or begins with x-.
package struct UnknownField: Rule {
  package static let documentation = RuleDocumentation(
    id: "unknown-field", category: .reading, weight: .alwaysError,
    summary: "A field has a name that we know, or begins with x-.",
    rationale:
      "A misspelt name hides what stands behind it: `exclusion:` is no list of exclusions.",
    remedy: "Correct the name as the message says, or begin it with x- if it is your own.",
    accepts: ["x-region: south"],
    rejects: [
      "⟪exclusion⟫:\n  - id: X1\n    text: Training",
      "exclusions:\n  - id: X1\n    text: Training\n    ⟪reasn⟫: No trainer",
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    subject.brief.findings(of: Self.documentation.id)
  }
}
