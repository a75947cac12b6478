internal import Briefs
package import Diagnostics

/// No risk that blocks the work is open once the work has started.
package struct OpenBlocker: Rule {
  package static let documentation = RuleDocumentation(
    id: "open-blocker", category: .lifecycle, weight: .errorOnceStarted,
    summary: "No risk that blocks the work is open once the work has started.",
    rationale: "A start that everybody knows to be blocked only moves the delay to the customer.",
    remedy:
      "Settle the risk: set its `status:` and say how under `settled:`. If it blocks nothing, "
      + "take `blocker:` away, which both owners approve again.",
    accepts: [
      """
      risks:
        - id: R1
          text: No access to the ERP.
          severity: high
          status: mitigated
          blocker: true
          settled: Access came on 18 July.
        - id: R2
          text: Finance lead on leave.
          severity: high
          status: open
      """
    ],
    rejects: [
      """
      risks:
        - id: R1
          text: ⟪No access to the ERP.⟫
          severity: high
          status: open
          blocker: true
      """
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    subject.brief.standingItems(in: .risks).filter(\.isOpenBlocker).map { .blocked($0, subject) }
  }
}

extension Finding {
  fileprivate static func blocked(_ risk: Item, _ subject: Subject) -> Finding {
    let owner = risk.string(.owner).map { "\(subject.label(of: $0)) owns it: " } ?? ""
    return Finding(
      rule: OpenBlocker.documentation.id, span: risk.telling?.span ?? risk.span, item: risk.id,
      message: "\(risk.label) blocks the start of \(subject.name) and is open",
      help: "\(owner)set `status:` of \(risk.name) and say under `settled:` how it was settled")
  }
}
