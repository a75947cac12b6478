internal import Briefs
package import Diagnostics

/// The work starts once client and receiver were introduced.
package struct MissingIntroduction: Rule {
  package static let documentation = RuleDocumentation(
    id: "missing-introduction", category: .lifecycle, weight: .errorOnceStarted,
    summary: "The work starts once client and receiver were introduced.",
    rationale: "The sender's job ends when the client has been handed over, not at the signature.",
    remedy: "Introduce them, `handoff email introduce BRIEF`, or record that it was done: "
      + "`introduction:` with `on:` and `by:`.",
    accepts: [
      "introduction:\n  on: 2026-07-20\n  by: dana@northwind.example",
      """
      emails:
        - kind: introduction
          body: \(AcmeSummary.final)
          sent: 2026-07-20
      """,
      "type: sdr-to-ae",
    ],
    rejects: [
      "⟪handoff⟫: acme-onboarding",
      "⟪introduction⟫:\n  by: dana@northwind.example",
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard subject.type?.needsClientAnswer ?? false, !subject.isStartTakenOver,
      subject.brief.introduced == nil
    else { return [] }
    return [.missing(subject)]
  }
}

extension Finding {
  fileprivate static func missing(_ subject: Subject) -> Finding {
    let sender = subject.brief.fields.string(.from).map { subject.label(of: $0) } ?? "the sender"
    return Finding(
      rule: MissingIntroduction.documentation.id,
      span: subject.brief.block(.introduction)?.keySpan ?? subject.brief.anchor,
      message: "nobody has introduced the client to who takes over",
      help: "\(sender) introduces them: `handoff email introduce \(subject.commandName)`; where it "
        + "was done elsewhere, write `introduction:` with `on:` and `by:`")
  }
}
