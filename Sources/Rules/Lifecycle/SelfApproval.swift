internal import Briefs
package import Diagnostics

/// Nobody approves both sides of a handoff, nor reviews the terms that they sold.
package struct SelfApproval: Rule {
  package static let documentation = RuleDocumentation(
    id: "self-approval", category: .lifecycle, weight: .errorOnceAccepted(before: nil),
    summary: "Nobody approves both sides of a handoff, nor reviews the terms that they sold.",
    rationale: "A second signature by the same hand is no second look.",
    remedy: "Let a second person approve. One person may review several kinds of terms.",
    accepts: [
      """
      approvals:
        - role: sales
          by: dana@northwind.example
          at: 2026-07-20T10:00:00Z
          covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
        - role: legal
          by: lee@northwind.example
          at: 2026-07-20T10:00:00Z
          covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
        - role: pricing
          by: lee@northwind.example
          at: 2026-07-20T10:00:00Z
          covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
      """
    ],
    rejects: [
      """
      approvals:
        - role: sales
          by: dana@northwind.example
          at: 2026-07-20T10:00:00Z
          covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
        - role: receiving
          by: ⟪dana.lee@northwind.example⟫
          at: 2026-07-20T10:00:00Z
          covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
        - role: pricing
          by: ⟪dana@northwind.example⟫
          at: 2026-07-20T10:00:00Z
          covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
      """
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    let approvals = subject.brief.newestApprovals
    guard let sales = approvals.first(where: { $0.role == Person.sales }) else { return [] }
    return approvals.compactMap { approval in
      guard Policy.takesTwoPeople(Person.sales, approval.role),
        subject.policy.isSamePerson(approval.by, sales.by)
      else { return nil }
      return .sameHand(approval, subject)
    }
  }
}

extension Finding {
  fileprivate static func sameHand(_ approval: Approval, _ subject: Subject) -> Finding {
    Finding(
      rule: SelfApproval.documentation.id, span: approval.item[.by]?.span ?? approval.item.span,
      message: "\(subject.label(of: approval.by)) approves \(subject.name) as sales and as "
        + "\(approval.role), which takes two people",
      help: "let somebody else approve as \(approval.role): "
        + subject.approveCommand(approval.role))
  }
}
