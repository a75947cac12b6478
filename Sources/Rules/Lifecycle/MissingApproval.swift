internal import Briefs
package import Diagnostics

/// An accepted brief has the approval of every role that its type names.
package struct MissingApproval: Rule {
  package static let documentation = RuleDocumentation(
    id: "missing-approval", category: .lifecycle, weight: .errorOnceAccepted(before: nil),
    summary: "An accepted brief has the approval of every role that its type names.",
    rationale: "A handoff that one side alone calls accepted is an announcement, not a handoff.",
    remedy: "A person who has the role reads the brief and runs `handoff approve BRIEF`; the "
      + "receiver runs `handoff accept BRIEF`.",
    accepts: [
      "type: ae-to-support\nstatus: accepted",
      """
      status: accepted
      approvals:
        - role: sales
          by: dana@northwind.example
          at: 2026-07-20T10:00:00Z
          covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
        - role: receiving
          by: noor@northwind.example
          at: 2026-07-20T11:00:00Z
          covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
      """,
    ],
    rejects: [
      "type: sdr-to-ae\nstatus: ⟪accepted⟫",
      """
      type: sdr-to-ae
      status: accepted
      approvals:
        - role: receiving
          by: ⟪dana@northwind.example⟫
          at: 2026-07-20T11:00:00Z
          covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
      """,
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    // What is to be written is worked out word for word, which nobody would read before.
    guard subject.brief.status?.isAcceptedOrLater ?? false else { return [] }
    let roles = subject.policy.rolesOfType(of: subject.brief)
    if roles.isEmpty { return [] }
    let approvals = subject.brief.newestApprovals
    if approvals.isEmpty, subject.isTakenOver { return [] }
    return roles.compactMap { role in
      guard let approval = approvals.first(where: { $0.role == role }) else {
        return .missing(role, subject)
      }
      return subject.policy.disqualification(of: approval, in: subject.brief)
        .map { .worthless(approval, $0, subject) }
    }
  }
}

extension Finding {
  fileprivate static func missing(_ role: String, _ subject: Subject) -> Finding {
    Finding(
      rule: MissingApproval.documentation.id, span: subject.statusSpan,
      message: "\(subject.name) has no \(role) approval",
      help: "\(subject.approvers(for: role)) can give it: \(subject.approveCommand(role))")
  }

  fileprivate static func worthless(
    _ approval: Approval, _ disqualification: Disqualification, _ subject: Subject
  ) -> Finding {
    let person = subject.label(of: approval.by)
    return Finding(
      rule: MissingApproval.documentation.id,
      span: approval.item[.by]?.span ?? approval.item.span,
      message: "the \(approval.role) approval of \(subject.name) does not count: \(person) "
        + disqualification.reason(as: approval.role),
      help: "\(subject.approvers(for: approval.role)) can give it: "
        + subject.approveCommand(approval.role))
  }
}
