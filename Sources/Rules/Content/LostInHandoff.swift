internal import Briefs
package import Diagnostics

/// What is still open in an earlier brief of the account is carried on or left behind with a reason.
package struct LostInHandoff: Rule {
  package static let documentation = RuleDocumentation(
    id: "lost-in-handoff", category: .content, weight: .errorOnceSubmitted,
    summary: "What is still open in an earlier brief is carried on, or left behind with a reason.",
    rationale: "The customer was promised it by the company, not by the owner who left.",
    remedy: "Write the item into the same list of this brief with `carried: BRIEF/ITEM`, or leave "
      + "it behind with a reason: `handoff add BRIEF left_behind BRIEF/ITEM --reason \"…\"`.",
    accepts: [
      RuleExample(
        """
        after: [acme-sdr]
        exclusions:
          - id: X1
            text: Training
            carried: acme-sdr/X7
        left_behind:
          - item: acme-sdr/O7
            reason: Answered in the offer.
        """,
        others: [
          "handoffs/acme/acme-sdr.md": """
          handoff: acme-sdr
          type: sdr-to-ae
          promises:
            - id: P7
              text: A call in May
              state: kept
          exclusions:
            - id: X7
              text: Training
          custom_terms: []
          expectations: []
          risks: []
          objections:
            - id: O7
              text: The price
          """
        ]),
      RuleExample(
        "after: [acme-sdr, acme-ae]\nexclusions:\n  - id: X3\n    text: Training\n"
          + "    carried: acme-ae/X2",
        others: [
          "handoffs/acme/acme-sdr.md":
            "handoff: acme-sdr\nexclusions:\n  - id: X1\n    text: Training\n" + nothingElse,
          "handoffs/acme/acme-ae.md":
            "handoff: acme-ae\nafter: [acme-sdr]\nexclusions:\n  - id: X2\n"
            + "    text: Training\n    carried: acme-sdr/X1\n" + nothingElse,
        ]),
      RuleExample(
        "after: [acme-sdr]\npromises:\n  - id: P1\n    text: Weekly calls\n"
          + "    carried: acme-sdr/A7",
        others: [
          "handoffs/acme/acme-sdr.md":
            "handoff: acme-sdr\nexpectations:\n  - id: A7\n    text: Weekly calls\n"
            + "    basis: assumed\nexclusions: []\npromises: []\ncustom_terms: []\nrisks: []"
        ]),
    ],
    rejects: [
      RuleExample(
        "after: [⟪acme-sdr⟫]\nobjections:\n  - id: O1\n    text: Training\n"
          + "    carried: acme-sdr/X1",
        others: [
          "handoffs/acme/acme-sdr.md":
            "handoff: acme-sdr\nexclusions:\n  - id: X1\n    text: Training\n" + nothingElse
        ]),
      RuleExample(
        "after: [⟪acme-sdr⟫]\nexclusions:\n  - id: X2\n    text: tbd\n    carried: acme-sdr/X1",
        others: [
          "handoffs/acme/acme-sdr.md":
            "handoff: acme-sdr\nexclusions:\n  - id: X1\n    text: Training\n" + nothingElse
        ]),
      RuleExample(
        "after: [⟪⟪acme-sdr⟫⟫]\npromises:\n  - id: P1\n    text: SSO\n    carried: acme-sdr/P7",
        others: [
          "handoffs/acme/acme-sdr.md": """
          handoff: acme-sdr
          type: sdr-to-ae
          promises:
            - id: P7
              text: SSO
          exclusions:
            - id: X7
              text: Training
          custom_terms: []
          expectations:
            - id: A7
              text: Weekly calls
              basis: assumed
          risks:
            - id: R7
              text: No test system
              severity: low
              status: closed
          """
        ]),
    ])

  /// The lists of an earlier brief in the examples that say something of its exclusions only.
  private static let nothingElse =
    "promises: []\ncustom_terms: []\nexpectations: []\nrisks: []"

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    let earlier = subject.brief.fields.list(.after)
    if earlier.isEmpty { return [] }
    let briefs = earlier.map { name in
      name.string == subject.brief.id ? nil : subject.surroundings.brief(name.string)
    }
    // What one earlier brief carries on from another, or left behind, is to be found there.
    let items = subject.brief.items + briefs.compactMap { $0 }.flatMap(\.items)
    let answers = Dictionary(grouping: items.filter { $0.origin != nil }) { $0.origin ?? "" }
    return zip(earlier, briefs).flatMap { name, brief -> [Finding] in
      guard let brief, brief.isSound else { return [] }
      return brief.items.filter { item in
        guard item.mustTravel else { return false }
        let keepers = item.id.flatMap { answers["\(name.string)/\($0)"] } ?? []
        return !keepers.contains { $0.keeps(item, of: name.string) }
      }.map { .lost($0, name, from: subject) }
    }
  }
}

extension Finding {
  fileprivate static func lost(
    _ item: Item, _ earlier: Text, from subject: Subject
  ) -> Finding {
    let brief = earlier.string
    guard let id = item.id else {
      return Finding(
        rule: LostInHandoff.documentation.id, span: earlier.span,
        message: "the \(item.list.noun) \(item.label) of \(brief) is not in this brief",
        help: "give it an id with `handoff fmt \(brief.shellWord)`, then carry it on here")
    }
    return Finding(
      rule: LostInHandoff.documentation.id, span: earlier.span,
      message: "\(item.label) of \(brief) is not in this brief",
      help: "write it under `\(item.list.rawValue)` with `carried: \(brief)/\(id)`; or "
        + "leave it behind: `handoff add \(subject.commandName) left_behind "
        + "\("\(brief)/\(id)".shellWord) --reason \"…\"`")
  }
}
