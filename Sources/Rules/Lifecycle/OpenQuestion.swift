internal import Briefs
package import Diagnostics

/// Every question was answered before the brief is accepted.
package struct OpenQuestion: Rule {
  package static let documentation = RuleDocumentation(
    id: "open-question", category: .lifecycle, weight: .errorOnceAccepted(before: nil),
    summary: "Every question was answered before the brief is accepted.",
    rationale: "A receiver who still asks has not understood what they take over.",
    remedy: "`handoff answer BRIEF/QUESTION \"…\"`, or withdraw the question with a reason.",
    accepts: [
      """
      questions:
        - id: Q1
          text: Who owns the ERP?
          by: sam@northwind.example
          at: 2026-07-20T10:00:00Z
          answer: Ana Ruiz.
        - id: Q2
          text: Is there a staging system?
          by: sam@northwind.example
          at: 2026-07-20T10:00:00Z
          withdrawn: Found it in the proposal.
      """
    ],
    rejects: [
      """
      questions:
        - id: Q1
          text: ⟪Who owns the ERP?⟫
          by: sam@northwind.example
          at: 2026-07-20T10:00:00Z
          answer: tbd
      """
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    subject.brief.openQuestions.map { .unanswered($0, subject) }
  }
}

extension Finding {
  fileprivate static func unanswered(_ question: Item, _ subject: Subject) -> Finding {
    let asker = question.string(.by).map { " by \(subject.label(of: $0))" } ?? ""
    return Finding(
      rule: OpenQuestion.documentation.id, span: question.telling?.span ?? question.span,
      item: question.id, message: "the question \(question.label)\(asker) has no answer",
      help: "answer it: `handoff answer \(subject.reference(to: question)) \"…\"`")
  }
}
