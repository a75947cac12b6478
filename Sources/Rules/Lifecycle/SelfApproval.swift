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

  /// Says that one person's two approvals are not one of each side.
  package static func words(on person: String, approving brief: String, as role: String) -> String {
    "\(person) approves \(brief) as sales and as \(role), which takes two people"
  }

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
      message: SelfApproval.words(
        on: subject.label(of: approval.by), approving: subject.name, as: approval.role),
      help: "let somebody else approve as \(approval.role): "
        + subject.approveCommand(approval.role))
  }
}
