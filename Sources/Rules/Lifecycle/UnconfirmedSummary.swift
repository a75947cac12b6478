internal import Briefs
package import Diagnostics
internal import Markdown

/// The work starts once the client has answered the latest final summary.
package struct UnconfirmedSummary: Rule {
  package static let documentation = RuleDocumentation(
    id: "unconfirmed-summary", category: .lifecycle, weight: .errorOnceStarted,
    summary: "The work starts once the client has answered the latest final summary.",
    rationale: "What the client has read and confirmed, nobody can be surprised by later.",
    remedy:
      "Send the final summary and record the answer: `handoff email send BRIEF --kind final`, "
      + "`handoff email reply FILE`. Where a reminder brings no answer either: "
      + "`handoff start BRIEF --unconfirmed REASON`.",
    accepts: [
      """
      emails:
        - kind: final
          body: \(AcmeSummary.final)
          sent: 2026-07-20
          to: [ana@acme.example]
          reply: confirmed
          replied: 2026-07-21
          replied_by: ana@acme.example
          how: phone
      """,
      """
      emails:
        - kind: final
          body: \(AcmeSummary.final)
          sent: 2026-07-06
          to: [ana@acme.example]
        - kind: final
          body: \(AcmeSummary.final)
          sent: 2026-07-13
          to: [ana@acme.example]
          reply: none
          replied: 2026-07-20
          replied_by: sam@northwind.example
          note: Ana is on leave; her deputy knows.
      """,
      "type: sdr-to-ae",
    ],
    rejects: [
      "⟪handoff⟫: acme-onboarding",
      """
      emails:
        - kind: final
          body: ⟪\(AcmeSummary.final)⟫
          sent: 2026-07-20
          to: [ana@acme.example]
          reply: corrected
          replied: 2026-07-21
          replied_by: ana@acme.example
          how: phone
      """,
      """
      emails:
        - kind: final
          body: \(AcmeSummary.final)
          sent: 2026-07-20
          to: [ana@acme.example]
          reply: ⟪confirmed⟫
          replied: 2026-07-21
      """,
      """
      exclusions:
        - id: X1
          text: Dashboards of all kinds.
          source: E2#L40
      emails:
        - kind: final
          body: ⟪\(AcmeSummary.final)⟫
          sent: 2026-07-13
          to: [ana@acme.example]
          reply: confirmed
          replied: 2026-07-14
          replied_by: ana@acme.example
          how: phone
      """,
      """
      emails:
        - kind: final
          body: ⟪\(AcmeSummary.final)⟫
          sent: 2026-07-13
          to: [ana@acme.example]
          reply: none
          replied: 2026-07-20
          replied_by: sam@northwind.example
          note: No reminder was sent.
      """,
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard subject.type?.needsClientAnswer ?? false, !subject.isStartTakenOver,
      subject.policy.clientConfirmation != .optional
    else { return [] }
    let answer = ClientAnswer(
      to: .final, of: subject.brief, summary: subject.summary, policy: subject.policy,
      on: subject.day)
    let flawed = answer.flawed.filter { answer.state != .confirmed || $0.reply != .silence }
    if !flawed.isEmpty { return UnconfirmedSummary.flaws(of: flawed, subject) }
    switch answer.state {
    case .confirmed: return []
    case .unsent: return [.unsent(subject)]
    case .changed: return isProgress(subject) ? [] : [.changed(answer, subject)]
    case .corrected:
      return isProgress(subject) && isNew(answer, subject) ? [] : [.corrected(answer, subject)]
    case .waiting, .silent: return isProgress(subject) ? [] : [.unanswered(answer, subject)]
    case .unconfirmed: return fault(of: answer, subject).map { [$0] } ?? []
    }
  }

  /// Whether the work goes on with the promises and exclusions that the client answered to, and
  /// only what the summary tells around them is new.
  ///
  /// Then the summary may be sent again and wait, and a correction may be recorded; one that stands
  /// asks for other words before anything else.
  private func isProgress(_ subject: Subject) -> Bool {
    let client = KnownClient(of: subject.brief, by: subject.policy)
    let wasAnswered = subject.brief.emailRecords.contains { record in
      record.kind == .final && (record.answer(by: client).map { $0 != .corrected } ?? false)
    }
    guard wasAnswered, !subject.previous.isEmpty else { return false }
    return subject.previous.allSatisfy { version in
      version.status?.isStartedOrLater ?? false
        && SummaryContent(agreedIn: version) == SummaryContent(agreedIn: subject.brief)
    }
  }

  /// Whether no version before has the answer.
  private func isNew(_ answer: ClientAnswer, _ subject: Subject) -> Bool {
    guard let record = answer.record else { return false }
    return !subject.previous.contains { $0.hasRecord(like: record) }
  }

  /// Why the receiver's word does not stand for the client's.
  private func fault(of answer: ClientAnswer, _ subject: Subject) -> Finding? {
    guard let record = answer.record else { return nil }
    if subject.policy.clientConfirmation == .required { return .required(record, subject) }
    if !(record.replied.map { answer.wasSilent(by: $0) } ?? false) {
      return .hasty(answer, subject)
    }
    let wasJudged = subject.previous.contains { version in
      version.status?.isStartedOrLater ?? false && version.hasRecord(like: record)
    }
    if wasJudged { return nil }
    let isReceivers = record.repliedBy.map { by in
      subject.names(of: .to).contains { subject.policy.mayActAs($0, by, on: subject.day) }
    }
    return isReceivers ?? false ? nil : .notTheirs(record, subject)
  }
}

extension Brief {
  /// Whether a record says the same of an email and its answer.
  fileprivate func hasRecord(like record: EmailRecord) -> Bool {
    emailRecords.contains { $0.item.answerWords == record.item.answerWords }
  }
}

extension Finding {
  private static func found(
    _ span: Range<Int>, _ message: String, help: String
  ) -> Finding {
    Finding(rule: UnconfirmedSummary.documentation.id, span: span, message: message, help: help)
  }

  fileprivate static func unsent(_ subject: Subject) -> Finding {
    found(
      subject.brief.anchor, "no final summary of \(subject.name) went to the client",
      help: "send it: `handoff email send \(subject.commandName) --kind final`")
  }

  fileprivate static func changed(_ answer: ClientAnswer, _ subject: Subject) -> Finding {
    let day = answer.record?.sent.map { " on \($0)" } ?? ""
    return found(
      subject.bodySpan(of: answer.record),
      "the client has not seen the words as they are: they changed since the final summary went "
        + "out\(day)",
      help: "send it again: `handoff email send \(subject.commandName) --kind final`")
  }

  fileprivate static func corrected(_ answer: ClientAnswer, _ subject: Subject) -> Finding {
    found(
      subject.bodySpan(of: answer.record),
      "the client corrected the final summary, and nothing else was sent since",
      help:
        "change what the client named, then `handoff email send \(subject.commandName) --kind final`"
    )
  }

  fileprivate static func unanswered(_ answer: ClientAnswer, _ subject: Subject) -> Finding {
    if answer.timesSent == 0 { return unaddressed(answer, subject) }
    let days = answer.due.map { "; the time to answer ends on \($0)" } ?? ""
    let reply = "record the answer: `handoff email reply FILE`"
    let help: String =
      if answer.state == .waiting {
        reply
      } else if !answer.isReminded {
        "remind them once: `handoff email send \(subject.commandName) --kind final`; or \(reply)"
      } else if subject.policy.clientConfirmation == .required {
        "the policy asks for a confirmation: call the client and \(reply)"
      } else {
        "\(reply), or let the receiver say why the work may start: "
          + "`handoff start \(subject.commandName) --unconfirmed \"…\"`"
      }
    let since = answer.sent.map { " of \($0)" } ?? ""
    return found(
      subject.bodySpan(of: answer.record),
      "the client has not answered the final summary\(since)"
        + (answer.state == .waiting ? days : ""), help: help)
  }

  private static func unaddressed(_ answer: ClientAnswer, _ subject: Subject) -> Finding {
    found(
      subject.bodySpan(of: answer.record),
      "no record says that the final summary went to the client: `to` does not name anybody of "
        + "the client's",
      help: "write under `to:` which stakeholders got it, or send it: `handoff email send "
        + "\(subject.commandName) --kind final`")
  }

  fileprivate static func required(_ record: EmailRecord, _ subject: Subject) -> Finding {
    found(
      subject.bodySpan(of: record),
      "the policy asks for the client's confirmation, and the client has not confirmed",
      help: "ask them, and record it: `handoff email reply \(subject.commandName) --how phone "
        + "--by ADDRESS`")
  }

  fileprivate static func hasty(_ answer: ClientAnswer, _ subject: Subject) -> Finding {
    let days = subject.policy.replyDays
    return found(
      subject.bodySpan(of: answer.record),
      "the client is not silent yet: that takes a reminder, and \(days) working "
        + "day\(days == 1 ? "" : "s") after it",
      help: answer.isReminded
        ? "wait until \(answer.due.map { "\($0)" } ?? "then") is over"
        : "remind them: `handoff email send \(subject.commandName) --kind final`")
  }

  fileprivate static func notTheirs(_ record: EmailRecord, _ subject: Subject) -> Finding {
    found(
      subject.bodySpan(of: record),
      "the receiver says why the work may start without an answer, and nobody else",
      help: "let \(subject.approvers(for: Person.receiving)) run `handoff start "
        + "\(subject.commandName) --unconfirmed \"…\"`")
  }
}
