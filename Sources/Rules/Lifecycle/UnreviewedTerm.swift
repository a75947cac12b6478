internal import Briefs
package import Diagnostics

/// Every custom term was reviewed by the role that owns its kind.
package struct UnreviewedTerm: Rule {
  package static let documentation = RuleDocumentation(
    id: "unreviewed-term", category: .lifecycle, weight: .errorOnceAccepted(before: nil),
    summary: "Every custom term was reviewed by the role that owns its kind.",
    rationale: "Pricing, legal, scope and success terms bind more people than those who sold them.",
    remedy: "A person with the role of its kind runs `handoff approve BRIEF`. Where nobody "
      + "has it, the receiver's approval covers scope, implementation and success-metric terms.",
    accepts: [
      "custom_terms: []",
      """
      custom_terms:
        - id: T1
          kind: pricing
          text: 10% discount in year one.
        - id: T2
          kind: scope
          text: One more data source.
        - id: T3
          kind: legal
          text: Notice of three months.
          withdrawn: Standard notice applies.
      approvals:
        - role: pricing
          by: lee@northwind.example
          at: 2026-07-20T10:00:00Z
          covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
      """,
    ],
    rejects: [
      """
      custom_terms:
        - id: T1
          kind: pricing
          text: ⟪10% discount in year one.⟫
        - id: T2
          kind: legal
          text: ⟪Notice of three months.⟫
      approvals:
        - role: pricing
          by: dana@northwind.example
          at: 2026-07-20T10:00:00Z
          covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
      """,
      "type: ae-to-support\ncustom_terms:\n  - id: T1\n    kind: scope\n    text: ⟪Two sources.⟫",
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    let terms = subject.brief.standingItems(in: .customTerms)
    if terms.isEmpty { return [] }
    let approvals = subject.brief.newestApprovals
    if approvals.isEmpty, subject.isTakenOver { return [] }
    let rolesOfType = subject.policy.rolesOfType(of: subject.brief)
    return terms.compactMap { term in
      guard let kind = term.string(.kind) else { return nil }
      let role = subject.policy.reviewer(ofTermsOf: kind, on: subject.earliestDay)
      if rolesOfType.contains(role) { return nil }  // `missing-approval` speaks of it.
      let approval = approvals.first { $0.role == role }
      let isReviewed = approval.map {
        subject.policy.disqualification(of: $0, in: subject.brief) == nil
      }
      return isReviewed ?? false ? nil : .unreviewed(term, kind, role, subject)
    }
  }
}

extension Finding {
  fileprivate static func unreviewed(
    _ term: Item, _ kind: String, _ role: String, _ subject: Subject
  ) -> Finding {
    let nobody =
      role != Person.receiving && subject.policy.people(with: role, on: subject.earliestDay).isEmpty
    let next =
      nobody
      ? "nobody on the roster has the role \(role.shortened(to: 40)): a policy person gives it in "
        + Policy.fileName
      : "\(subject.approvers(for: role)) can review it: \(subject.approveCommand(role))"
    return Finding(
      rule: UnreviewedTerm.documentation.id, span: term.telling?.span ?? term.span, item: term.id,
      message: "the \(kind.shortened(to: 40)) term \(term.label) was not reviewed by "
        + (role == Person.receiving
          ? "the receiver" : "anybody with the role \(role.shortened(to: 40))"),
      help: next)
  }
}
