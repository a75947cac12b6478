internal import Briefs
package import Diagnostics

/// `raised` stands only on an item that came up after the handoff was accepted.
package struct MisusedRaised: Rule {
  package static let documentation = RuleDocumentation(
    id: "misused-raised", category: .change, weight: .alwaysError,
    summary: "`raised` stands only on an item that came up after the handoff was accepted.",
    rationale: "What carries it is left out of the approvals, so it must not hide what was known.",
    remedy: "Take the line `raised:` away, and have the item approved with the rest.",
    accepts: [
      RuleExample(
        """
        status: accepted
        risks:
          - id: R9
            text: The ERP moves in October.
            severity: medium
            status: open
            raised: 2026-08-20
        """,
        before: "status: accepted\nrisks: []")
    ],
    rejects: [
      RuleExample(
        """
        status: accepted
        risks:
          - id: R9
            text: The ERP moves in October.
            severity: medium
            status: open
            ⟪raised⟫: 2026-08-20
        """,
        before: """
          status: accepted
          risks:
            - id: R9
              text: The ERP moves in October.
              severity: medium
              status: open
          """)
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    subject.brief.items.compactMap { item in
      guard item[.raised] != nil, !mayBeRaised(item, subject) else { return nil }
      return Finding(
        rule: Self.documentation.id,
        span: item.fields.field(.raised)?.keySpan ?? item.span, item: item.id,
        message: "\(item.label) was there before the handoff was accepted, and is marked `raised`",
        help: "delete the line `raised:`; approvals then cover the item")
    }
  }

  /// An item is judged when it is born: what a version before had marked stays marked.
  private func mayBeRaised(_ item: Item, _ subject: Subject) -> Bool {
    let earlier = subject.previous.compactMap { previous in
      item.id.flatMap { previous.item($0, in: item.list) }
    }
    if !earlier.isEmpty { return earlier.allSatisfy { $0[.raised] != nil } }
    if subject.previous.isEmpty { return isTakenOver(subject) }
    return subject.previous.allSatisfy { $0.status?.isAcceptedOrLater ?? false }
  }

  private func isTakenOver(_ subject: Subject) -> Bool {
    subject.policy.imported.contains {
      $0.id.utf8.elementsEqual(subject.name.utf8) && $0.status.isAcceptedOrLater
    }
  }
}
