internal import Diagnostics
package import Markdown

/// Where the client's answer to the latest summary of a kind stands.
package struct ClientAnswer: Sendable {
  /// Where it stands.
  package enum State: String, Sendable, CaseIterable {
    /// No summary of the kind went to the client.
    case unsent

    /// The words changed since the client got them.
    case changed

    /// Sent, and there is time to answer.
    case waiting

    /// Sent, and the time to answer is over.
    case silent

    /// The client named what is wrong, and no other words were sent since.
    case corrected

    /// The client said that it is right.
    case confirmed

    /// The client said nothing, and the receiver said why the work may start.
    case unconfirmed
  }

  /// Which summary it is about.
  package let kind: SummaryContent.Kind

  /// Where it stands.
  package let state: State

  /// The record that holds the answer; where there is none, the newest of the kind.
  package let record: EmailRecord?

  /// The day on which the words that the brief has now were last sent to the client.
  package let sent: CalendarDate?

  /// Records of these words with an answer that does not count.
  package let flawed: [EmailRecord]

  /// On how many days they were sent to the client; a second day is a reminder.
  package let timesSent: Int

  /// The last day for an answer, where the words were sent.
  package let due: CalendarDate?

  /// What sentences call the summary.
  package var noun: String { kind == .final ? "final summary" : "summary" }

  /// What a command that sends the summary takes behind the brief's name.
  package var flag: String { kind == .final ? " --kind final" : "" }

  /// Whether the client was reminded of what they got.
  package var isReminded: Bool { timesSent > 1 }

  /// The answer to the latest summary of a kind, as of a day.
  ///
  /// What counts are the records since the words were last other words, so that going back to what
  /// was confirmed once confirms nothing. Of them a correction counts that whoever made it has not
  /// taken back, else the client's newest answer, and what the receiver said about silence only
  /// where the client never answered. An ``AnswerFlaw`` takes an answer out.
  package init(
    to kind: SummaryContent.Kind, of brief: Brief, summary: MarkdownDocument, policy: Policy,
    on day: CalendarDate
  ) {
    let recordKind: EmailRecord.Kind = kind == .call ? .call : .final
    let records = brief.emailRecords.filter { $0.kind == recordKind && $0.isOut }
    guard let newest = records.last else {
      self.init(kind: kind, state: .unsent, record: nil, of: [], nil, policy)
      return
    }
    let client = KnownClient(of: brief, by: policy)
    let digests = SummaryContent.digests(of: brief, summary: summary, kind: kind)
    let run = Array(
      records.reversed().prefix { record in digests.contains { record.carries($0) } })
    if run.isEmpty {
      self.init(kind: kind, state: .changed, record: newest, of: [], client, policy)
    } else if let answer = ClientAnswer.answer(in: run, client), let reply = answer.reply {
      self.init(kind: kind, state: State(reply), record: answer, of: run, client, policy)
    } else {
      let due = run.filter { client.received($0) }.compactMap(\.sent).max()?
        .addingWorkingDays(policy.replyDays)
      let isSilent = due.map { $0 < day } ?? false
      self.init(
        kind: kind, state: isSilent ? .silent : .waiting, record: newest, of: run, client, policy)
    }
  }

  private init(
    kind: SummaryContent.Kind, state: State, record: EmailRecord?, of run: [EmailRecord],
    _ client: KnownClient?, _ policy: Policy
  ) {
    self.kind = kind
    self.state = state
    self.record = record
    flawed = run.filter { record in client.map { record.flaw(by: $0) != nil } ?? false }
    let days = run.filter { client?.received($0) ?? false }.compactMap(\.sent)
    sent = days.max()
    timesSent = Set(days).count
    due = days.max()?.addingWorkingDays(policy.replyDays)
  }

  /// The answer that counts, of records from the newest to the oldest.
  private static func answer(in run: [EmailRecord], _ client: KnownClient) -> EmailRecord? {
    let answers = run.filter { $0.answer(by: client) != nil }
    let own = answers.filter { $0.reply != .silence }
    let open = own.indices.filter { own[$0].isOpenCorrection(besides: own, newer: own[..<$0]) }
    let counted = open.isEmpty ? (own.isEmpty ? answers : own) : open.map { own[$0] }
    let latest = counted.compactMap(\.replied).max()
    return counted.first { $0.replied == latest }
  }
}

extension EmailRecord {
  /// Whether it holds a correction that nobody took back: only whoever corrected can, later.
  fileprivate func isOpenCorrection(
    besides all: [EmailRecord], newer: ArraySlice<EmailRecord>
  ) -> Bool {
    guard reply == .corrected, let replied else { return false }
    let isOnlyTheirs = { (record: EmailRecord) in
      record.reply == .confirmed
        && (record.repliedBy?.asciiLowercased).map { Array($0.utf8) }
          == repliedBy.map { Array($0.asciiLowercased.utf8) }
        && repliedBy != nil
    }
    return !all.contains { record in
      isOnlyTheirs(record) && record.replied.map { $0 > replied } ?? false
    }
      && !newer.contains { record in isOnlyTheirs(record) && record.replied == replied }
  }
}

extension ClientAnswer {
  /// The answer to the summary that matters now: the final one once there is one, else the call's.
  package init(of brief: Brief, summary: MarkdownDocument, policy: Policy, on day: CalendarDate) {
    let isFinal = brief.newestEmail(.final) != nil || policy.awaitsClient(brief)
    self.init(
      to: isFinal ? .final : .call, of: brief, summary: summary, policy: policy, on: day)
  }

  /// The answer to the summary that matters now.
  package init(of brief: Brief, policy: Policy, on day: CalendarDate) {
    self.init(
      of: brief, summary: MarkdownDocument(brief.source.bytes[brief.body]), policy: policy,
      on: day)
  }

  /// The answer to the latest summary of a kind, as of a day.
  package init(
    to kind: SummaryContent.Kind, of brief: Brief, policy: Policy, on day: CalendarDate
  ) {
    self.init(
      to: kind, of: brief, summary: MarkdownDocument(brief.source.bytes[brief.body]),
      policy: policy, on: day)
  }

  /// Whether the client had a summary and one reminder, and then the time to answer, by a day.
  package func wasSilent(by day: CalendarDate) -> Bool {
    isReminded && due.map { $0 < day } ?? false
  }
}

extension Policy {
  /// Whether a submitted brief's type wants the client's answer before the start.
  package func awaitsClient(_ brief: Brief) -> Bool {
    guard let status = brief.status, !status.isOpenForWriting else { return false }
    return brief.type.flatMap { types[$0] }?.needsClientAnswer ?? false
  }
}

extension SummaryContent {
  /// The digests of the words as they are, with and without terms.
  package static func digests(
    of brief: Brief, summary: MarkdownDocument, kind: Kind
  ) -> [String] {
    let plain = SummaryContent(of: brief, summary: summary, kind: kind).digest
    guard kind == .final, !brief.standingItems(in: .customTerms).isEmpty else { return [plain] }
    let withTerms = SummaryContent(
      of: brief, summary: summary, kind: kind, includesTerms: true)
    return [plain, withTerms.digest]
  }
}

extension ClientAnswer.State {
  fileprivate init(_ reply: EmailRecord.Reply) {
    switch reply {
    case .confirmed: self = .confirmed
    case .corrected: self = .corrected
    case .silence: self = .unconfirmed
    }
  }
}
