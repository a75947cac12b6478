internal import Briefs
package import Diagnostics

/// Who approves or waives has the role for it.
package struct UnqualifiedApprover: Rule {
  package static let documentation = RuleDocumentation(
    id: "unqualified-approver", category: .lifecycle, weight: .alwaysError,
    summary: "Who approves or waives has the role for it.",
    rationale: "A discount that nobody from pricing saw is not approved by anybody's yes.",
    remedy: "Let a person approve who has the role; a policy person can give a role in "
      + "handoff.yaml. The receiving approval is that of `to` or a stand-in.",
    accepts: [
      """
      approvals:
        - role: receiving
          by: noor@northwind.example
          at: 2026-07-20T10:00:00Z
          covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
      """,
      RuleExample(old, before: old),
    ],
    rejects: [
      """
      approvals:
        - role: pricing
          by: ⟪dana@northwind.example⟫
          at: 2026-07-20T10:00:00Z
          covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
        - role: receiving
          by: ⟪lee@northwind.example⟫
          at: 2026-07-20T10:00:00Z
          covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
        - role: sales
          by: ⟪kim@northwind.example⟫
          at: 2026-07-20T10:00:00Z
          covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
        - role: agent
          by: ⟪bot@northwind.example⟫
          at: 2026-07-20T10:00:00Z
          covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
      """,
      """
      type: owner-change
      approvals:
        - role: sales
          by: ⟪amy@northwind.example⟫
          at: 2026-07-20T10:00:00Z
          covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
      """,
      """
      waivers:
        - id: W1
          rule: vague-promise
          reason: Agreed with the customer.
          by: ⟪dana@northwind.example⟫
          until: 2026-12-31
      """,
    ])

  private static let old = """
    approvals:
      - role: pricing
        by: dana@northwind.example
        at: 2026-07-20T10:00:00Z
        covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
    """

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    let approvals = subject.addedApprovals.compactMap { approval in
      disqualification(of: approval, subject).map { Finding.approver(approval, $0, subject) }
    }
    let waivers = subject.addedRecords.filter { record in
      record.item.list == .waivers && record.name == .by
        && !subject.policy.holds(record.by.string, Person.policyRole, on: subject.latestDay)
    }
    return approvals + waivers.map { .waiver($0, subject) }
  }

  /// A new approval is also one of a person who is still there, whatever its `at` says.
  private func disqualification(of approval: Approval, _ subject: Subject) -> Disqualification? {
    if let fault = subject.policy.disqualification(of: approval, in: subject.brief) { return fault }
    guard let until = subject.policy.person(approval.by)?.until, subject.latestDay >= until else {
      return nil
    }
    return .left(until)
  }
}

extension Finding {
  fileprivate static func approver(
    _ approval: Approval, _ disqualification: Disqualification, _ subject: Subject
  ) -> Finding {
    Finding(
      rule: UnqualifiedApprover.documentation.id,
      span: approval.item[.by]?.span ?? approval.item.span,
      message:
        "\(subject.label(of: approval.by)) approves \(subject.name) as \(approval.role), but "
        + disqualification.reason(as: approval.role),
      help: "\(subject.approvers(for: approval.role)) can approve: "
        + subject.approveCommand(approval.role))
  }

  fileprivate static func waiver(_ record: AddedRecord, _ subject: Subject) -> Finding {
    let people = subject.policy.people(with: Person.policyRole, on: subject.latestDay).map(\.label)
    return Finding(
      rule: UnqualifiedApprover.documentation.id, span: record.by.span, item: record.item.id,
      message:
        "the waiver \(record.item.label) is given by \(subject.label(of: record.by.string)), "
        + "who does not have the role policy",
      help: "let \(people.isEmpty ? "a policy person" : people.joined(separator: " or ")) add it")
  }
}
