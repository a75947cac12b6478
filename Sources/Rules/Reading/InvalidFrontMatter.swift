package import Diagnostics

/// Front-matter is plain YAML: fields, lists and text between two lines of three hyphens.
package struct InvalidFrontMatter: Rule {
  package static let documentation = RuleDocumentation(
    id: "invalid-front-matter", category: .reading, weight: .alwaysError,
    summary:
      "Front-matter is plain YAML: fields, lists and text between two lines of three hyphens.",
    rationale: "A field that is read otherwise than it looks is a promise that nobody checks.",
    remedy:
      "Write each field on its own line, as the message says, and quote text that holds a colon.",
    accepts: ["goal: \"Support: day and night\""],
    rejects: [
      "goal: Three days.\n⟪goal⟫: Nine days.", "⟪---⟫\nhandoff: acme-onboarding",
      "goal: Close⟪\u{202E}⟫ the month.",
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    subject.brief.findings(of: Self.documentation.id)
  }
}
