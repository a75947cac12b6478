internal import Briefs
package import Diagnostics

/// A high risk or a blocker is closed by saying how it was settled.
package struct UnsettledRisk: Rule {
  package static let documentation = RuleDocumentation(
    id: "unsettled-risk", category: .content, weight: .errorOnceSubmitted,
    summary: "A high risk or a blocker is closed by saying how it was settled.",
    rationale: "A blocker that is closed by a word comes back at the kickoff.",
    remedy: "Write how it was settled behind `settled:`, or open it again.",
    accepts: [
      """
      risks:
        - id: R1
          text: No test system
          severity: high
          status: closed
          settled: The client runs one since 1 July.
      """,
      "risks:\n  - id: R1\n    text: No test system\n    severity: low\n    status: closed",
    ],
    rejects: [
      "risks:\n  - id: R1\n    text: No test system\n    severity: high\n    status: ⟪closed⟫",
      """
      risks:
        - id: R1
          text: No test system
          severity: low
          blocker: true
          status: ⟪closed⟫
          settled: "-"
      """,
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    var findings: [Finding] = []
    for item in subject.brief.items where item.list == .risks {
      guard let status = item[.status], status.string == "closed", !item.isWithdrawn,
        item.string(.severity) == "high" || item.string(.blocker) == "true",
        item.string(.settled).map(\.isBlank) ?? true
      else { continue }
      findings.append(.unsettled(item, status, subject))
    }
    return findings
  }
}

extension Finding {
  fileprivate static func unsettled(_ item: Item, _ status: Text, _ subject: Subject) -> Finding {
    let kind = item.string(.blocker) == "true" ? "a blocker" : "a high risk"
    return Finding(
      rule: UnsettledRisk.documentation.id, span: status.span, item: item.id,
      message: "\(item.nameInSentence) is \(kind) and closed, and nothing says how it was settled",
      help: "`handoff set \(subject.reference(to: item)) settled \"…\"`, or write `status: open`")
  }
}
