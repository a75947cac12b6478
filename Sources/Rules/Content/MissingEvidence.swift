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
    subject.policy.missingEvidence(of: subject.brief).map { .missing($0, subject) }
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
