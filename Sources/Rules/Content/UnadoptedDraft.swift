internal import Briefs
package import Diagnostics

/// What a tool drafted is adopted by a person before it goes on.
package struct UnadoptedDraft: Rule {
  package static let documentation = RuleDocumentation(
    id: "unadopted-draft", category: .content, weight: .errorOnceSubmitted,
    summary: "What a tool drafted is adopted by a person before it goes on.",
    rationale: "Nobody can be held to words that nobody has read.",
    remedy:
      "Read the item and its quote, then `handoff set BRIEF/ITEM adopted_by YOU`, or delete it.",
    accepts: [
      """
      requirements:
        - id: I1
          text: ERP access
          drafted_by: handoff
          adopted_by: dana@northwind.example
      """
    ],
    rejects: [
      "requirements:\n  - id: I1\n    text: ERP access\n    drafted_by: ⟪handoff⟫",
      """
      requirements:
        - id: I1
          text: ERP access
          drafted_by: ⟪handoff⟫
          adopted_by: bot@northwind.example
      """,
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    var findings: [Finding] = []
    for item in subject.brief.items {
      guard let tool = item[.draftedBy], !item.isWithdrawn, !isAdopted(item, subject.policy)
      else { continue }
      findings.append(.unadopted(item, tool, subject))
    }
    return findings
  }

  private func isAdopted(_ item: Item, _ policy: Policy) -> Bool {
    guard let address = item.string(.adoptedBy) else { return false }
    return !(policy.person(address)?.roles.contains(Person.agent) ?? false)
  }
}

extension Finding {
  fileprivate static func unadopted(_ item: Item, _ tool: Text, _ subject: Subject) -> Finding {
    Finding(
      rule: UnadoptedDraft.documentation.id, span: tool.span, item: item.id,
      message: "\(item.nameInSentence) was drafted by \(tool.string.shortened(to: 40)), and no "
        + "person has adopted it",
      help:
        "read it beside its quote, then `handoff set \(subject.reference(to: item)) adopted_by YOU`"
    )
  }
}
