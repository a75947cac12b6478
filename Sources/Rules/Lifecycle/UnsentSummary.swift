internal import Briefs
package import Diagnostics

/// The client has the summary of a submitted brief.
package struct UnsentSummary: Rule {
  package static let documentation = RuleDocumentation(
    id: "unsent-summary", category: .lifecycle, weight: .warning,
    summary: "The client has the summary of a submitted brief.",
    rationale: "A summary that only we have read holds what we believe, not what was said.",
    remedy: "Send it, `handoff email send BRIEF`, or record that it was sent: "
      + "`handoff email sent BRIEF`. After its words changed, send it again.",
    accepts: [
      """
      status: review
      emails:
        - kind: call
          body: \(AcmeSummary.call)
          sent: 2026-07-15
          to: [ana@acme.example]
      """,
      "status: draft",
    ],
    rejects: [
      "status: ⟪review⟫",
      """
      status: ⟪accepted⟫
      emails:
        - kind: call
          body: \(AcmeSummary.call)
          sent: 2026-07-15
          to: [ana@acme.example]
      !## Timeline
      """,
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let status = subject.brief.status, !status.isOpenForWriting, status != .done else {
      return []
    }
    let call = SummaryContent(of: subject.brief, summary: subject.summary, kind: .call)
    if call.sections.isEmpty { return [] }
    let records = subject.brief.emailRecords.filter(\.isOut)
    // Once the work has started, the client is told what they confirmed: the final summary.
    let isFinal = status == .started && subject.type?.needsClientAnswer ?? false
    if !isFinal, records.contains(where: { $0.kind == .call && $0.carries(call) }) { return [] }
    let finals = records.filter { $0.kind == .final }
    if !finals.isEmpty {
      let digests = SummaryContent.digests(
        of: subject.brief, summary: subject.summary, kind: .final)
      if finals.contains(where: { final in digests.contains { final.carries($0) } }) { return [] }
    }
    // A final summary holds all of the call's: where one is wanted it is enough.
    let isFinalWanted =
      !finals.isEmpty
      || subject.type?.needsClientAnswer ?? false
        && subject.policy.clientConfirmation != .optional
    return [
      .unsent(
        subject, before: records.contains { $0.kind != .introduction },
        flag: isFinalWanted ? " --kind final" : "")
    ]
  }
}

extension Finding {
  fileprivate static func unsent(_ subject: Subject, before wasSent: Bool, flag: String) -> Finding
  {
    Finding(
      rule: UnsentSummary.documentation.id, span: subject.statusSpan,
      message: wasSent
        ? "the words of the summary changed since the client got it"
        : "the client has never got the summary of \(subject.name)",
      help: "send it: `handoff email send \(subject.commandName)\(flag)`; "
        + "where you sent it yourself: `handoff email sent \(subject.commandName)\(flag)`")
  }
}
