internal import Briefs
package import Diagnostics

/// What the brief gives a day for is done by that day.
///
/// A review is late when the meeting or the kickoff that it serves is near or past, or when it has
/// taken more working days than the policy gives; since when, history knows, and no gate asks.
package struct Overdue: Rule {
  package static let documentation = RuleDocumentation(
    id: "overdue", category: .lifecycle, weight: .warning,
    summary: "What the brief gives a day for is done by that day.",
    rationale: "A day that passes in silence is how a promise begins to break.",
    remedy: "Do it and say so in the brief, or agree on another day with those who wait.",
    accepts: [
      """
      promises:
        - id: P1
          text: Weekly revenue report.
          source: E1
          due: 2026-07-21
        - id: P2
          text: SSO.
          source: E1
          due: 2026-07-01
          state: kept
      """,
      """
      questions:
        - id: Q1
          text: Who owns the ERP?
          by: sam@northwind.example
          at: 2026-07-18T10:00:00Z
      """,
      """
      emails:
        - kind: call
          body: \(AcmeSummary.call)
          sent: 2026-07-16
          to: [ana@acme.example]
      """,
    ],
    rejects: [
      """
      promises:
        - id: P1
          text: Weekly revenue report.
          source: E1
          due: ⟪2026-07-20⟫
      """,
      """
      questions:
        - id: Q1
          text: Who owns the ERP?
          by: sam@northwind.example
          at: ⟪2026-07-16T10:00:00Z⟫
      """,
      """
      first_milestone:
        text: Kickoff workshop with finance
        owner: sam@northwind.example
        due: ⟪2026-07-20⟫
        status: planned
      """,
      """
      emails:
        - kind: call
          body: \(AcmeSummary.call)
          sent: ⟪2026-07-15⟫
          to: [ana@acme.example]
      """,
      """
      status: review
      kickoff: ⟪2026-07-20⟫
      meeting:
        on: ⟪2026-07-21⟫
        objective: Agree on the scope
      """,
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    if subject.brief.status == .cancelled { return [] }
    return promises(subject) + questions(subject) + replies(subject) + steps(subject)
      + review(subject)
  }

  private func promises(_ subject: Subject) -> [Finding] {
    subject.brief.standingItems(in: .promises).compactMap { promise in
      guard let due = promise.fields.date(.due), due < subject.day,
        (promise.string(.state) ?? "open") == "open"
      else { return nil }
      return .late(
        promise, .due, "the promise \(promise.label) was due on \(due)",
        help: "set `state:` of \(promise.name) to kept, broken or renegotiated")
    }
  }

  private func questions(_ subject: Subject) -> [Finding] {
    subject.brief.openQuestions.compactMap { question in
      guard let asked = question.fields.instant(.at)?.date,
        asked.addingWorkingDays(subject.policy.reviewDays) < subject.day
      else { return nil }
      return .late(
        question, .at, "the question \(question.label) has waited since \(asked)",
        help: "answer it: `handoff answer \(subject.reference(to: question)) \"…\"`")
    }
  }

  private func replies(_ subject: Subject) -> [Finding] {
    if subject.brief.status?.isSealed ?? false { return [] }
    if !subject.brief.items.contains(where: { $0.list == .emails && $0[.sent] != nil }) {
      return []
    }
    let answer = ClientAnswer(
      of: subject.brief, summary: subject.summary, policy: subject.policy, on: subject.day)
    guard answer.state == .silent, let record = answer.record, let sent = answer.sent else {
      return []
    }
    let name = subject.commandName
    let reply = "record the answer: `handoff email reply FILE`"
    return [
      .late(
        record.item, .sent, "the client has not answered the \(answer.noun) of \(sent)",
        help: answer.isReminded
          ? "call them and \(reply)"
          : "remind them once: `handoff email send \(name)\(answer.flag)`; or \(reply)")
    ]
  }

  private func steps(_ subject: Subject) -> [Finding] {
    if subject.brief.status?.isSealed ?? false { return [] }
    return [(Block.firstMilestone, "first milestone"), (.followUp, "follow-up")]
      .compactMap { block, noun in
        guard let fields = subject.brief.block(block)?.fields, let due = fields.date(.due),
          due < subject.day, fields.string(.status) != "done", let text = fields[.due]
        else { return nil }
        let words = fields.string(.text).map { " “\($0.shortened(to: 60))”" } ?? ""
        return .late(
          text, "the \(noun)\(words) was due on \(due)",
          help:
            "if it is done: `handoff set \(subject.name.shellWord) \(block.rawValue).status done`; "
            + "else agree on a day")
      }
  }

  private func review(_ subject: Subject) -> [Finding] {
    guard subject.brief.status == .review else { return [] }
    let receiver = subject.approvers(for: Person.receiving)
    let help =
      "\(receiver) can decide: accept it (`handoff set \(subject.name.shellWord) status accepted`, "
      + "with an approval) or return it (`returned`, with an entry under `returns:`)"
    var findings: [Finding] = []
    if let text = subject.brief.fields[.kickoff], let kickoff = CalendarDate(text.string),
      kickoff < subject.day
    {
      findings.append(.late(text, "the kickoff was on \(kickoff), in review still", help: help))
    }
    if let fields = subject.brief.block(.meeting)?.fields, let text = fields[.on],
      let meeting = fields.date(.on), meeting <= subject.day
    {
      findings.append(
        .late(text, "the meeting is on \(meeting), and \(receiver) has not decided", help: help))
    }
    guard findings.isEmpty, let start = subject.surroundings.inReviewSince(),
      start.addingWorkingDays(subject.policy.reviewDays) < subject.day
    else { return findings }
    let days = subject.policy.reviewDays
    return [
      Finding(
        rule: Self.documentation.id, span: subject.statusSpan,
        message: "in review for more than \(days) working day\(days == 1 ? "" : "s"), and "
          + "\(receiver) has not decided", help: help)
    ]
  }
}

extension Finding {
  fileprivate static func late(
    _ item: Item, _ name: FieldName, _ message: String, help: String
  ) -> Finding {
    Finding(
      rule: Overdue.documentation.id, span: item[name]?.span ?? item.span, item: item.id,
      message: message, help: help)
  }

  fileprivate static func late(_ text: Text, _ message: String, help: String) -> Finding {
    Finding(rule: Overdue.documentation.id, span: text.span, message: message, help: help)
  }
}
