internal import Briefs
package import Diagnostics

/// The client answers the final summary before the receiver is introduced.
package struct EarlyIntroduction: Rule {
  package static let documentation = RuleDocumentation(
    id: "early-introduction", category: .lifecycle, weight: .warning,
    summary: "The client answers the final summary before the receiver is introduced.",
    rationale: "Who is introduced first hears the corrections that the sender should have heard.",
    remedy: "Send the final summary, have it answered, then introduce. What was early stays so; "
      + "make sure that the receiver gets the answer.",
    accepts: [
      """
      emails:
        - kind: final
          body: \(AcmeSummary.final)
          sent: 2026-07-15
          to: [ana@acme.example]
          reply: confirmed
          replied: 2026-07-17
          replied_by: ana@acme.example
          how: phone
      introduction:
        on: 2026-07-17
        by: dana@northwind.example
      """,
      """
      emails:
        - kind: final
          body: \(AcmeSummary.final)
          sent: 2026-07-01
          to: [ana@acme.example]
        - kind: final
          body: \(AcmeSummary.final)
          sent: 2026-07-08
          to: [ana@acme.example]
      introduction:
        on: 2026-07-20
        by: dana@northwind.example
      """,
    ],
    rejects: [
      "introduction:\n  on: ⟪2026-07-20⟫\n  by: dana@northwind.example",
      """
      emails:
        - kind: final
          body: \(AcmeSummary.final)
          sent: 2026-07-15
          to: [ana@acme.example]
          reply: confirmed
          replied: 2026-07-20
          replied_by: ana@acme.example
          how: phone
        - kind: introduction
          body: \(AcmeSummary.call)
          sent: ⟪2026-07-17⟫
          to: [ana@acme.example, sam@northwind.example]
      """,
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard subject.type?.needsClientAnswer ?? false, !subject.isStartTakenOver,
      subject.policy.clientConfirmation != .optional, let day = subject.brief.introduced
    else { return [] }
    let records = subject.brief.emailRecords.filter { $0.kind == .final }
    guard let latest = records.last(where: { $0.sent.map { $0 <= day } ?? false }) else {
      return [.early(day, "no final summary had been sent", subject)]
    }
    let client = KnownClient(of: subject.brief, by: subject.policy)
    let same = records.filter { $0.carries(latest.body) }
    let isAnswered = same.contains { record in
      record.answer(by: client) == .confirmed
        && record.replied.map { $0 <= day } ?? false
    }
    let sent = same.filter { client.received($0) }.compactMap(\.sent).filter { $0 <= day }
    let due = sent.max()?.addingWorkingDays(subject.policy.replyDays)
    let isSilent = sent.count > 1 && due.map { $0 < day } ?? false
    if isAnswered || isSilent { return [] }
    return [.early(day, "the client had not confirmed the final summary", subject)]
  }
}

extension Finding {
  fileprivate static func early(
    _ day: CalendarDate, _ why: String, _ subject: Subject
  ) -> Finding {
    let block = subject.brief.block(.introduction)?.fields
    let record = subject.brief.emailRecords.first { $0.kind == .introduction && $0.sent == day }
    let span = block?.date(.on) == day ? block?[.on]?.span : record?.item[.sent]?.span
    return Finding(
      rule: EarlyIntroduction.documentation.id, span: span ?? subject.brief.anchor,
      message: "the introduction on \(day) came early: \(why)",
      help:
        "let the client answer: `handoff email send \(subject.commandName) --kind final`, and tell "
        + "\(subject.approvers(for: Person.receiving)) what comes back")
  }
}
