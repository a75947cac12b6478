package import Diagnostics

/// A brief is a UTF-8 text file of at most 1 MiB.
package struct UnreadableBrief: Rule {
  package static let documentation = RuleDocumentation(
    id: "unreadable-brief", category: .reading, weight: .alwaysError,
    summary: "A brief is a UTF-8 text file of at most 1 MiB.",
    rationale: "What one program reads and another does not is read differently by two owners.",
    remedy: "Save the file as UTF-8 text; move long records to evidence/ and cite them.",
    accepts: ["goal: Größer, 目標"],
    rejects: ["goal: Close⟪\u{0}⟫ the month."])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    subject.brief.findings(of: Self.documentation.id)
  }
}
