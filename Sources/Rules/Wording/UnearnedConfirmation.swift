internal import Briefs
package import Diagnostics

/// What is marked as confirmed has the client's own words behind it.
package struct UnearnedConfirmation: Rule {
  package static let documentation = RuleDocumentation(
    id: "unearned-confirmation", category: .wording, weight: .warning,
    summary: "What is marked as confirmed has the client's own words behind it.",
    rationale: "“Confirmed” stops everybody from asking, so it must be the client who said yes.",
    remedy: "Cite the call, the email or the contract with `handoff cite`; or write "
      + "`confidence: stated`.",
    accepts: [
      "promises:\n  - id: P1\n    text: SSO by May\n    source: [E2, E1#L3]\n    confidence: confirmed",
      "promises:\n  - id: P1\n    text: SSO by May\n    source: E2\n    confidence: stated",
      """
      promises:
        - id: P1
          text: SSO by May
          source: E2#L4
          quote: Ana asked for SSO by May
          confidence: confirmed
        - id: P2
          text: Weekly report
          carried: acme-sdr/P1
          confidence: confirmed
      """,
    ],
    rejects: [
      "promises:\n  - id: P1\n    text: SSO by May\n    source: E2\n    confidence: ⟪confirmed⟫",
      "requirements:\n  - id: I1\n    text: Access to the ERP\n    confidence: ⟪confirmed⟫",
      """
      promises:
        - id: P1
          text: SSO by May
          source: E3
          quote: SSO by May is fine
          confidence: ⟪confirmed⟫
      evidence:
        - id: E3
          kind: spoken
          by: dana@northwind.example
          date: 2026-07-01
          text: Ana said that SSO by May is fine.
      """,
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    let brief = subject.brief
    let confirmed = brief.items.filter { item in
      item.string(.confidence) == "confirmed" && !item.isWithdrawn && item.list != .evidence
    }
    if confirmed.isEmpty || brief.hasConfirmedSummary(by: subject.policy) { return [] }
    var kinds: [String: String] = [:]
    for item in brief.items where item.list == .evidence {
      if let id = item.id { kinds[id] = item.string(.kind) ?? "other" }
    }
    return confirmed.compactMap { item in
      guard let confidence = item[.confidence], !isClientHeard(on: item, kinds) else { return nil }
      return .unearned(item, confidence, isSpoken: isSpoken(item, kinds), subject)
    }
  }

  /// Evidence in which the client speaks or signs.
  private static let clientKinds = ["call-notes", "call-summary", "email", "contract"]

  private func isClientHeard(on item: Item, _ kinds: [String: String]) -> Bool {
    let sources = item.fields.list(.source)
    if sources.isEmpty, item[.carried] != nil { return true }
    let cited = sources.map { SourceReference($0.string).flatMap { kinds[$0.evidence] } }
    // What is cited and not there is the business of `unresolved-reference`.
    if cited.contains(where: { $0 == nil || UnearnedConfirmation.clientKinds.contains($0 ?? "") }) {
      return true
    }
    let hasQuote = item.string(.quote).map { !$0.isBlank } ?? false
    return hasQuote && !isSpoken(item, kinds)
  }

  /// Whether the item rests on what one of us remembers, and on nothing else.
  private func isSpoken(_ item: Item, _ kinds: [String: String]) -> Bool {
    let sources = item.fields.list(.source)
    return !sources.isEmpty
      && sources.allSatisfy { source in
        SourceReference(source.string).flatMap { kinds[$0.evidence] } == "spoken"
      }
  }
}

extension Brief {
  /// Whether the client confirmed a summary, which then carried the words.
  fileprivate func hasConfirmedSummary(by policy: Policy) -> Bool {
    let client = KnownClient(of: self, by: policy)
    return emailRecords.contains { $0.answer(by: client) == .confirmed }
  }
}

extension Finding {
  fileprivate static func unearned(
    _ item: Item, _ confidence: Text, isSpoken: Bool, _ subject: Subject
  ) -> Finding {
    Finding(
      rule: UnearnedConfirmation.documentation.id, span: confidence.span, item: item.id,
      message: isSpoken
        ? "\(item.nameInSentence) is marked confirmed, but only one of us heard it"
        : "\(item.nameInSentence) is marked confirmed, but the client is nowhere heard on it",
      help: "`handoff cite \(subject.reference(to: item)) \"the words\"` where the client says it, "
        + "or write `confidence: stated`")
  }
}
