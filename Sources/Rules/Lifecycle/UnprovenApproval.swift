internal import Briefs
package import Diagnostics

/// Who is said to approve, return, waive, report or adopt is whoever commits it.
///
/// A signature counts once it is verified, which a rule cannot do: it sees no program and no key.
/// So a signed record passes here only as an unsigned one would, and where the policy requires
/// signatures no record passes.
package struct UnprovenApproval: Rule {
  package static let documentation = RuleDocumentation(
    id: "unproven-approval", category: .lifecycle, weight: .alwaysError,
    summary: "Who is said to approve, return, waive, report or adopt is whoever commits it.",
    rationale: "An approval that anybody can type in another's name binds nobody.",
    remedy: "Let the person named commit the record. A forge's squash merge makes one author of "
      + "many, so merge a branch with approvals by a merge commit.",
    accepts: [
      RuleExample(approval, author: "DANA.LEE@northwind.example"),
      RuleExample(approval, before: approval, author: "sam@northwind.example"),
      RuleExample(approval),
      RuleExample("incidents:\n" + incident, author: "sam@northwind.example"),
      RuleExample(
        """
        returns:
          - id: B1
            by: sam@northwind.example
            at: 2026-07-20T10:00:00Z
            reasons: [missing-context]
            answer: The context is there now.
        """,
        before: """
          returns:
            - id: B1
              by: sam@northwind.example
              at: 2026-07-20T10:00:00Z
              reasons: [missing-context]
          """, author: "dana@northwind.example"),
    ],
    rejects: [
      RuleExample(
        """
        approvals:
          - role: sales
            by: ⟪dana@northwind.example⟫
            at: 2026-07-20T10:00:00Z
            covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
        """, author: "sam@northwind.example"),
      RuleExample(
        """
        approvals:
          - role: sales
            by: ⟪dana@northwind.example⟫
            at: 2026-07-20T10:00:01Z
            covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
        """, before: approval, author: "sam@northwind.example"),
      RuleExample(
        """
        returns:
          - id: B1
            by: ⟪sam@northwind.example⟫
            at: 2026-07-20T10:00:00Z
            reasons: [missing-context]
            answer: The context is there now.
        """, author: "dana@northwind.example"),
      RuleExample(
        """
        exclusions:
          - id: X1
            text: Dashboards beyond the weekly revenue report.
            drafted_by: handoff
            adopted_by: ⟪sam@northwind.example⟫
        """, author: "dana@northwind.example"),
      RuleExample(
        """
        waivers:
          - id: W1
            rule: vague-promise
            reason: Agreed with the customer.
            by: ⟪lee@northwind.example⟫
            until: 2099-12-31
        """,
        before: """
          waivers:
            - id: W1
              rule: vague-promise
              reason: Agreed with the customer.
              by: lee@northwind.example
              until: 2026-12-31
          """, author: "dana@northwind.example"),
      RuleExample(
        """
        waivers:
          - id: W1
            rule: vague-promise
            reason: Agreed with the customer.
            by: ⟪lee@northwind.example⟫
            until: 2026-12-31
            carried: acme-sdr/W1
        """, author: "dana@northwind.example"),
    ])

  private static let approval = """
    approvals:
      - role: sales
        by: dana@northwind.example
        at: 2026-07-20T10:00:00Z
        covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
    """

  private static let incident = """
      - id: C1
        kind: rework
        by: sam@northwind.example
        at: 2026-07-20T10:00:00Z
        text: The report had to be built twice.
    """

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    let approvals = subject.addedApprovals.compactMap { finding(on: $0, subject) }
    guard let author = subject.author else { return approvals }
    return approvals
      + subject.addedRecords.compactMap { record in
        subject.policy.isSamePerson(record.by.string, author)
          ? nil : .committedByOther(record, author, subject)
      }
  }

  private func finding(on approval: Approval, _ subject: Subject) -> Finding? {
    if subject.policy.signaturesAreRequired { return .signatureRequired(approval, subject) }
    guard let author = subject.author, !subject.policy.isSamePerson(approval.by, author) else {
      return nil
    }
    return .committedByOther(approval, author, subject)
  }
}

extension Approval {
  fileprivate var span: Range<Int> { item[.by]?.span ?? item.span }
}

extension Finding {
  fileprivate static func signatureRequired(_ approval: Approval, _ subject: Subject) -> Finding {
    let person = subject.label(of: approval.by)
    let fault = approval.isSigned ? "its signature is not verified" : "it is not signed"
    return Finding(
      rule: UnprovenApproval.documentation.id, span: approval.span,
      message: "the \(approval.role) approval by \(person) is not proven: \(fault), and the policy "
        + "requires a valid one",
      help: "this version verifies no signature: a policy person sets `signatures: optional` in "
        + Policy.fileName)
  }

  fileprivate static func committedByOther(
    _ approval: Approval, _ author: String, _ subject: Subject
  ) -> Finding {
    let person = subject.label(of: approval.by)
    return Finding(
      rule: UnprovenApproval.documentation.id, span: approval.span,
      message: "the \(approval.role) approval is \(person)’s by its words, but "
        + "\(subject.label(of: author)) adds it"
        + (approval.isSigned ? ", and its signature is not verified" : ""),
      help:
        "let \(person) commit it; a squash merge on a forge makes one author of many, so merge a "
        + "branch with approvals by a merge commit")
  }

  fileprivate static func committedByOther(
    _ record: AddedRecord, _ author: String, _ subject: Subject
  ) -> Finding {
    let person = subject.label(of: record.by.string)
    let noun = record.name == .adoptedBy ? "adoption of \(record.item.name)" : record.item.label
    return Finding(
      rule: UnprovenApproval.documentation.id, span: record.by.span, item: record.item.id,
      message: "the \(record.name == .adoptedBy ? "" : record.item.list.noun + " ")\(noun) is "
        + "\(person)’s by its words, but \(subject.label(of: author)) adds it",
      help: "let \(person) commit it, or name yourself in `\(record.name.rawValue):`")
  }
}
