internal import Briefs
package import Diagnostics

/// What the client may expect was promised, excluded or declined before the brief is accepted.
package struct UnsettledExpectation: Rule {
  package static let documentation = RuleDocumentation(
    id: "unsettled-expectation", category: .lifecycle, weight: .errorOnceAccepted(before: nil),
    summary: "What the client may expect was promised, excluded or declined before acceptance.",
    rationale: "What nobody settled, the client will count on and the receiver will not deliver.",
    remedy: "Write under `settled:` the id of the promise or exclusion that settles it, or "
      + "\"declined: how the client was told\".",
    accepts: [
      """
      expectations:
        - id: A1
          text: Somebody is at every month-end close.
          basis: implied
          settled: X1
        - id: A2
          text: Reports in Spanish.
          basis: assumed
          settled: "declined: by email on 18 July"
      """
    ],
    rejects: [
      """
      expectations:
        - id: A1
          text: ⟪Somebody is at every month-end close.⟫
          basis: implied
        - id: A2
          text: Reports in Spanish.
          basis: assumed
          settled: ⟪"declined:"⟫
        - id: A3
          text: A free month.
          basis: assumed
          settled: ⟪P9⟫
      promises:
        - id: P9
          text: A free month.
          withdrawn: Taken back on 18 July.
      """
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    subject.brief.standingItems(in: .expectations)
      .filter { !subject.brief.settles($0) }.map { .unsettled($0, subject) }
  }
}

extension Finding {
  fileprivate static func unsettled(_ item: Item, _ subject: Subject) -> Finding {
    let settled = item[.settled]
    let fault =
      settled.map { "“\($0.string.shortened(to: 40))” does not settle it" } ?? "nobody settled it"
    return Finding(
      rule: UnsettledExpectation.documentation.id,
      span: settled?.span ?? item.telling?.span ?? item.span, item: item.id,
      message: "the client may expect \(item.label), and \(fault)",
      help: "`handoff set \(subject.reference(to: item)) settled ID` with the id of a promise or "
        + "exclusion, or \"declined: how the client was told\"")
  }
}
