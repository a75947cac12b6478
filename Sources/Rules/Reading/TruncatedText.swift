package import Diagnostics

/// Free text holds no unquoted space and number sign, which begins a comment.
package struct TruncatedText: Rule {
  package static let documentation = RuleDocumentation(
    id: "truncated-text", category: .reading, weight: .alwaysError,
    summary: "Free text holds no unquoted space and number sign, which begins a comment.",
    rationale: "“Support tier #1 included” silently becomes “Support tier”.",
    remedy: "Put the text in quotes, or run `handoff check --fix`.",
    accepts: ["goal: \"Support tier #1\"", "go_live: 2026-10-01 # as agreed", "goal: Issue#1"],
    rejects: ["goal: Support tier ⟪#1 included⟫", "account: ⟪#1 Bakeries⟫"])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    subject.brief.findings(of: Self.documentation.id)
  }
}
