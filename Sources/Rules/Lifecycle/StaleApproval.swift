internal import Briefs
package import Diagnostics

/// An approval covers the words that the brief has now.
package struct StaleApproval: Rule {
  package static let documentation = RuleDocumentation(
    id: "stale-approval", category: .lifecycle, weight: .errorOnceAccepted(before: .warning),
    summary: "An approval covers the words that the brief has now.",
    rationale: "Nobody has agreed to words that were changed after they agreed.",
    remedy: "Set the status back to review, as `handoff set` does, and let them read what changed "
      + "(`handoff review BRIEF`) and approve again.",
    accepts: ["status: accepted", approved],
    rejects: [
      RuleExample(
        """
        ---
        handoff: a
        goal: Go faster
        promises:
          - id: P1
            text: SSO
        approvals:
          - role: sales
            by: dana@northwind.example
            at: 2026-07-20T10:00:00Z
            covers: ⟪sha256:5a45e3f7a8ab398840639f04956121ba419c1180cadca109d78a3810a26fb945⟫
        ---
        """, before: approved.text)
    ])

  private static let approved: RuleExample = """
    ---
    handoff: a
    promises:
      - text: "SSO"
        id: P1
    goal: Go  fast
    approvals:
      - role: sales
        by: dana@northwind.example
        at: 2026-07-20T10:00:00Z
        covers: sha256:5a45e3f7a8ab398840639f04956121ba419c1180cadca109d78a3810a26fb945
    ---
    """

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    subject.brief.newestApprovals.compactMap { approval in
      guard subject.policy.disqualification(of: approval, in: subject.brief) == nil,
        !subject.brief.isCovered(by: approval)
      else { return nil }
      return .stale(approval, changes(since: approval, subject), subject)
    }
  }

  /// What changed since the newest version that the approval covers; nil where there is none.
  private func changes(since approval: Approval, _ subject: Subject) -> [String]? {
    let approved =
      subject.previous.first { $0.isCovered(by: approval) }
      ?? subject.surroundings.approvedVersion(approval)
    return approved.map { approved in
      CoveredWords(of: subject.brief, role: approval.role)
        .changes(since: CoveredWords(of: approved, role: approval.role))
    }
  }
}

extension Finding {
  fileprivate static func stale(
    _ approval: Approval, _ changes: [String]?, _ subject: Subject
  ) -> Finding {
    let person = subject.label(of: approval.by)
    let anew =
      "\(subject.approvers(for: approval.role)) can read it and approve again: "
      + subject.approveCommand(approval.role)
    let isUnderWay = [.accepted, .started].contains(subject.brief.status) && !subject.wasOpen
    let day = approval.at.map { " on \($0.date)" } ?? ""
    return Finding(
      rule: StaleApproval.documentation.id,
      span: approval.item[.covers]?.span ?? approval.item.span,
      message: "the \(approval.role) approval that \(person) gave\(day) no longer holds: "
        + reason(changes),
      help: isUnderWay
        ? "take it back to review, `handoff set \(subject.commandName) status review`, and commit; "
          + "then \(anew)"
        : anew)
  }

  private static func reason(_ changes: [String]?) -> String {
    guard let changes, !changes.isEmpty else {
      return "no version in this history has the words that it covers"
    }
    let shown = changes.prefix(8).joined(separator: "; ")
    return "since then " + (changes.count > 8 ? "\(shown); and \(changes.count - 8) more" : shown)
  }
}
