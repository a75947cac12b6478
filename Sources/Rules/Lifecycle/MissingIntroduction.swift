internal import Briefs
package import Diagnostics

/// The work starts once client and receiver were introduced.
package struct MissingIntroduction: Rule {
  package static let documentation = RuleDocumentation(
    id: "missing-introduction", category: .lifecycle, weight: .errorOnceStarted,
    summary: "The work starts once client and receiver were introduced.",
    rationale: "The sender's job ends when the client has been handed over, not at the signature.",
    remedy: "Introduce them, `handoff email introduce BRIEF`, or record that it was done: "
      + "`introduction:` with `on:`, `by:` and `to:`, the addresses of both.",
    accepts: [
      """
      introduction:
        on: 2026-07-20
        by: dana@northwind.example
        to: [ana@acme.example, sam@northwind.example]
      """,
      """
      emails:
        - kind: introduction
          body: \(AcmeSummary.final)
          sent: 2026-07-20
          to: [ana@acme.example, noor@northwind.example]
      """,
      "type: sdr-to-ae",
    ],
    rejects: [
      "⟪handoff⟫: acme-onboarding",
      "⟪introduction⟫:\n  by: dana@northwind.example",
      "⟪introduction⟫:\n  on: 2026-07-20\n  to: [ana@acme.example]",
      "⟪introduction⟫:\n  on: 2026-07-20\n  to: [eve@evil.example, sam@northwind.example]",
      "⟪introduction⟫:\n  on: 2026-07-20\n  by: dana@northwind.example",
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard subject.type?.needsClientAnswer ?? false, !subject.isStartTakenOver,
      let flaw = subject.brief.introductionFlaw(by: subject.policy)
    else { return [] }
    // Whoever takes over later was not there to be introduced.
    let hasStarted =
      !subject.previous.isEmpty
      && subject.previous.allSatisfy { $0.status?.isStartedOrLater ?? false }
    return flaw != .missing && hasStarted ? [] : [.missing(flaw, subject)]
  }
}

extension Finding {
  fileprivate static func missing(_ flaw: IntroductionFlaw, _ subject: Subject) -> Finding {
    let sender = subject.brief.fields.string(.from).map { subject.label(of: $0) } ?? "the sender"
    return Finding(
      rule: MissingIntroduction.documentation.id,
      span: subject.brief.block(.introduction)?.keySpan ?? subject.brief.anchor,
      message: flaw.message(subject),
      help: "\(sender) introduces them: `handoff email introduce \(subject.commandName)`; where it "
        + "was done elsewhere, write `introduction:` with `on:`, "
        + "`by:` and `to:`, the addresses of both")
  }
}

extension IntroductionFlaw {
  fileprivate func message(_ subject: Subject) -> String {
    switch self {
    case .missing: "nobody has introduced the client to who takes over"
    case .withoutClient: "the introduction does not say that the client got it, under `to:`"
    case .withoutReceiver:
      "the introduction does not say that \(subject.approvers(for: Person.receiving)) got it, under "
        + "`to:`"
    }
  }
}
