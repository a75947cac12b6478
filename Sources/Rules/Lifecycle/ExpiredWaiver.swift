internal import Briefs
package import Diagnostics

/// A waiver has not run out.
package struct ExpiredWaiver: Rule {
  package static let documentation = RuleDocumentation(
    id: "expired-waiver", category: .lifecycle, weight: .errorOnceSubmitted,
    summary: "A waiver has not run out.",
    rationale: "An exception without an end is a rule that nobody decided.",
    remedy: "Mend what the waiver excused and withdraw it (`handoff withdraw BRIEF/WAIVER`), or "
      + "let a policy person set a later `until:`.",
    accepts: [
      """
      waivers:
        - id: W1
          rule: vague-promise
          reason: Agreed with the customer.
          by: lee@northwind.example
          until: 2026-07-21
      """,
      """
      waivers:
        - id: W1
          rule: vague-promise
          reason: Agreed with the customer.
          by: lee@northwind.example
          until: 2026-07-20
          withdrawn: The promise is clear now.
      """,
    ],
    rejects: [
      """
      waivers:
        - id: W1
          rule: vague-promise
          reason: Agreed with the customer.
          by: lee@northwind.example
          until: ⟪2026-07-20⟫
      """
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    subject.brief.standingItems(in: .waivers).compactMap { waiver in
      guard let until = waiver.fields.date(.until), until < subject.day else { return nil }
      return .expired(waiver, until, subject)
    }
  }
}

extension Finding {
  fileprivate static func expired(
    _ waiver: Item, _ until: CalendarDate, _ subject: Subject
  ) -> Finding {
    let rule = waiver.string(.rule)?.shortened(to: 40) ?? "a rule"
    return Finding(
      rule: ExpiredWaiver.documentation.id, span: waiver[.until]?.span ?? waiver.span,
      item: waiver.id,
      message: "the waiver \(waiver.label) from `\(rule)` ran out on \(until)",
      help: "mend what it excused and run `handoff withdraw \(subject.reference(to: waiver)) "
        + "--reason \"…\"`, or let a policy person set a later `until:`")
  }
}
