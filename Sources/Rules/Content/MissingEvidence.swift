internal import Briefs
package import Diagnostics

/// A handoff starts on the evidence that its type asks for.
package struct MissingEvidence: Rule {
  package static let documentation = RuleDocumentation(
    id: "missing-evidence", category: .content, weight: .errorOnceStarted,
    summary: "A handoff starts on the evidence that its type asks for.",
    rationale: "Who delivers needs the contract and the calls, not a memory of them.",
    remedy: "Add the record: `handoff add BRIEF evidence --kind KIND --file FILE`; `deal:` counts "
      + "as the CRM record.",
    accepts: ["status: started", "type: owner-change\nstatus: started\nevidence: []\n!deal"],
    rejects: [
      """
      status: started
      !deal
      ⟪evidence⟫:
        - id: E1
          kind: email
          url: https://docs.example/mail
        - id: E2
          kind: contract
          url: https://docs.example/contract
      """,
      "status: started\n⟪⟪evidence⟫⟫: []",
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let type = subject.type, !type.evidence.isEmpty else { return [] }
    return type.evidence.filter { !isThere($0, subject.brief) }.map { .missing($0, subject) }
  }

  private func isThere(_ kinds: [String], _ brief: Brief) -> Bool {
    if kinds.contains("crm"), brief.fields[.deal] != nil { return true }
    return brief.items.contains { item in
      item.list == .evidence && !item.isWithdrawn && item.telling != nil
        && item.string(.kind).map { kinds.contains($0) } ?? false
    }
  }
}

extension Finding {
  fileprivate static func missing(_ kinds: [String], _ subject: Subject) -> Finding {
    Finding(
      rule: MissingEvidence.documentation.id, span: subject.brief.anchor(of: .evidence),
      message: "the brief has no evidence of the kind \(kinds.joined(separator: " or "))",
      help:
        "`handoff add \(subject.commandName) evidence --kind \(kinds.first ?? "other") --file FILE`"

        + (kinds.contains("crm") ? ", or `deal:` with the address of the CRM record" : ""))
  }
}
