internal import Briefs
package import Diagnostics

/// The reasons of the last return were answered before the brief is in review again.
package struct UnansweredReturn: Rule {
  package static let documentation = RuleDocumentation(
    id: "unanswered-return", category: .lifecycle, weight: .errorOnceSubmitted,
    summary: "The reasons of the last return were answered before the brief is in review again.",
    rationale: "A brief that comes back unchanged costs the receiver a second reading for nothing.",
    remedy: "Mend what the return names and say what you did: `handoff answer BRIEF/RETURN \"…\"`.",
    accepts: [
      """
      returns:
        - id: B1
          by: sam@northwind.example
          at: 2026-07-18T10:00:00Z
          reasons: [missing-exclusion]
        - id: B2
          by: sam@northwind.example
          at: 2026-07-20T10:00:00Z
          reasons: [missing-context]
          answer: The context stands in the summary now.
      """,
      """
      returns:
        - id: B1
          by: dana@northwind.example
          at: 2026-07-18T10:00:00Z
          reasons: [reopened]
      """,
    ],
    rejects: [
      """
      returns:
        - id: ⟪B2⟫
          by: sam@northwind.example
          at: 2026-07-20T10:00:00Z
          reasons: [missing-context, unclear-goal]
        - id: B1
          by: sam@northwind.example
          at: 2026-07-18T10:00:00Z
          reasons: [missing-exclusion]
          answer: There is X1 now.
      """
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    subject.brief.unansweredReturn.map { [.unanswered($0, subject)] } ?? []
  }
}

extension Finding {
  fileprivate static func unanswered(_ item: Item, _ subject: Subject) -> Finding {
    let reasons = item.fields.list(.reasons).map { $0.string.shortened(to: 40) }
    let person = item.string(.by).map { " by \(subject.label(of: $0))" } ?? ""
    return Finding(
      rule: UnansweredReturn.documentation.id, span: item[.id]?.span ?? item.span, item: item.id,
      message: "the return \(item.id ?? "")\(person) is not answered: "
        + reasons.joined(separator: ", "),
      help: "mend it and say how: `handoff answer \(subject.reference(to: item)) \"…\"`")
  }
}
