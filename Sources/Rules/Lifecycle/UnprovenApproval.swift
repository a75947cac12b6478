internal import Briefs
package import Diagnostics

/// Who is said to approve, return, waive, report or adopt commits it; an approval may be signed
/// instead.
///
/// A signature that does not hold refuses the record whoever commits it: it says that something was
/// altered. One that nobody could check counts as none.
package struct UnprovenApproval: Rule {
  package static let documentation = RuleDocumentation(
    id: "unproven-approval", category: .lifecycle, weight: .alwaysError,
    summary:
      "Who is said to approve, return, waive, report or adopt commits it; an approval may be "
      + "signed instead.",
    rationale: "An approval that anybody can type in another's name binds nobody.",
    remedy: "Let the person named commit the record, or sign an approval: `handoff approve BRIEF "
      + "--role ROLE --sign`. A forge's squash merge makes one author of many: sign the approvals, "
      + "or merge by a merge commit.",
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
      RuleExample(
        """
        emails:
          - kind: final
            body: \(AcmeSummary.final)
            sent: 2026-07-13
            to: [ana@acme.example]
            reply: none
            replied: 2026-07-20
            replied_by: ⟪sam@northwind.example⟫
            note: On leave.
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
    let approvals =
      subject.addedApprovals.compactMap { finding(on: $0, subject) }
      + subject.approvalsJudgedElsewhere.compactMap { unsignedElsewhere($0, subject) }
    guard let author = subject.author else { return approvals }
    return approvals
      + subject.addedRecords.compactMap { record in
        subject.policy.isSamePerson(record.by.string, author)
          ? nil : .committedByOther(record, author, subject)
      }
  }

  /// Who committed it was seen to there; that it is signed was perhaps not asked.
  private func unsignedElsewhere(_ approval: Approval, _ subject: Subject) -> Finding? {
    guard subject.policy.signaturesAreRequired else { return nil }
    return finding(on: approval, isCommittedByOther: false, subject)
  }

  private func finding(on approval: Approval, _ subject: Subject) -> Finding? {
    finding(
      on: approval,
      isCommittedByOther: subject.author.map { !subject.policy.isSamePerson(approval.by, $0) }
        ?? false, subject)
  }

  private func finding(
    on approval: Approval, isCommittedByOther: Bool, _ subject: Subject
  ) -> Finding? {
    let isRequired = subject.policy.signaturesAreRequired
    guard approval.isSigned else {
      if isRequired { return .unsigned(approval, subject) }
      return isCommittedByOther ? .committedByOther(approval, subject) : nil
    }
    switch subject.surroundings.verification(approval, subject.brief.id) {
    case .valid: return nil
    case .invalid(let fault): return .invalid(approval, fault, subject)
    case .unverifiable(let reason):
      return .unverifiable(
        approval, reason, isNeeded: isRequired || isCommittedByOther, subject)
    }
  }
}

extension Approval {
  fileprivate var span: Range<Int> { item[.by]?.span ?? item.span }

  /// The command by which the person approves and signs.
  fileprivate func signing(_ subject: Subject) -> String {
    "`handoff approve \(subject.commandName) --role \(role.shortened(to: 40).shellWord) --sign`"
  }
}

extension Finding {
  private static func unproven(
    _ approval: Approval, _ subject: Subject, _ fault: String, help: String,
    severity: Severity? = nil
  ) -> Finding {
    Finding(
      rule: UnprovenApproval.documentation.id, span: approval.span,
      message: "the \(approval.role) approval by \(subject.label(of: approval.by)) "
        + (severity == .warning ? "counts as claimed only: " : "is not proven: ") + fault,
      help: help, severity: severity)
  }

  fileprivate static func unsigned(_ approval: Approval, _ subject: Subject) -> Finding {
    unproven(
      approval, subject, "it is not signed, and the policy requires a valid signature",
      help: "\(subject.label(of: approval.by)) signs it: \(approval.signing(subject))")
  }

  fileprivate static func invalid(
    _ approval: Approval, _ fault: SignatureFault, _ subject: Subject
  ) -> Finding {
    let person = subject.label(of: approval.by)
    let anew = "take the record out, and let \(person) sign anew: \(approval.signing(subject))"
    return unproven(
      approval, subject, "its signature \(fault.words(about: person))",
      help: fault == .unknownKey
        ? "\(anew); if the key is \(person)’s, a policy person first adds its public half under "
          + "`keys:` in \(Policy.fileName)"
        : anew)
  }

  fileprivate static func unverifiable(
    _ approval: Approval, _ reason: String, isNeeded: Bool, _ subject: Subject
  ) -> Finding {
    unproven(
      approval, subject, "its signature cannot be checked: \(reason)",
      help: "install OpenSSH (`apt-get install openssh-client`) and try again",
      severity: isNeeded ? nil : .warning)
  }

  fileprivate static func committedByOther(_ approval: Approval, _ subject: Subject) -> Finding {
    let person = subject.label(of: approval.by)
    let author = subject.label(of: subject.author ?? "somebody else")
    return Finding(
      rule: UnprovenApproval.documentation.id, span: approval.span,
      message: "the \(approval.role) approval is \(person)’s by its words, but \(author) adds it",
      help:
        "let \(person) commit it, or sign it: \(approval.signing(subject)); a squash merge on a "
        + "forge makes one author of many, so sign the approvals, or merge by a merge commit")
  }

  private static func excusedByOther(
    _ record: AddedRecord, _ person: String, _ author: String, _ subject: Subject
  ) -> Finding {
    Finding(
      rule: UnprovenApproval.documentation.id, span: record.by.span,
      message: "the reason to start without the client's answer is \(person)’s by its words, but "
        + "\(subject.label(of: author)) adds it",
      help: "let \(person) run `handoff start \(subject.commandName) --unconfirmed \"…\"`")
  }

  fileprivate static func committedByOther(
    _ record: AddedRecord, _ author: String, _ subject: Subject
  ) -> Finding {
    let person = subject.label(of: record.by.string)
    if record.item.list == .emails { return .excusedByOther(record, person, author, subject) }
    let noun = record.name == .adoptedBy ? "adoption of \(record.item.name)" : record.item.label
    return Finding(
      rule: UnprovenApproval.documentation.id, span: record.by.span, item: record.item.id,
      message: "the \(record.name == .adoptedBy ? "" : record.item.list.noun + " ")\(noun) is "
        + "\(person)’s by its words, but \(subject.label(of: author)) adds it",
      help: "let \(person) commit it, or name yourself in `\(record.name.rawValue):`")
  }
}
