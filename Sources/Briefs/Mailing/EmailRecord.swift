/// What a brief's `emails` say of one message: what was sent, and what the client answered.
package struct EmailRecord: Sendable {
  /// What the message was.
  package enum Kind: String, Sendable, CaseIterable {
    case call
    case final
    case introduction
  }

  /// What the client answered.
  package enum Reply: String, Sendable, CaseIterable {
    case confirmed
    case corrected

    /// Nothing, and the receiver says under `note` why the work may start all the same.
    case silence = "none"
  }

  /// The record as it stands in the file.
  package let item: Item

  /// Its place among the brief's records, from 0.
  package let position: Int

  /// What the message was.
  package let kind: Kind

  /// The digest of what was rendered.
  package let body: String

  /// The day on which it was sent.
  package let sent: CalendarDate?

  /// What the client answered; nil where no answer is on record.
  package let reply: Reply?

  /// The day of the answer.
  package let replied: CalendarDate?

  /// Reads a record; nil where it does not say what was sent.
  package init?(_ item: Item, position: Int = 0) {
    guard let kind = item.string(.kind).flatMap({ Kind(rawValue: $0) }),
      let body = item.string(.body)
    else { return nil }
    self.item = item
    self.position = position
    self.kind = kind
    self.body = body
    sent = item.fields.date(.sent)
    reply = item.string(.reply).flatMap { Reply(rawValue: $0) }
    replied = item.fields.date(.replied)
  }

  /// The addresses that it was sent to.
  package var to: [String] { item.fields.list(.to).map(\.string) }

  /// How it was sent.
  package var via: String? { item.string(.via) }

  /// The Message-ID of the email.
  package var messageID: String? { item.string(.messageID) }

  /// The address of whoever answered for the client.
  package var repliedBy: String? { item.string(.repliedBy) }

  /// The way that the answer took: `email`, `phone`, `meeting` or `chat`.
  package var how: String? { item.string(.how) }

  /// What else is to be said; with silence, why the work may start.
  package var note: String? { item.string(.note) }

  /// The id of the evidence that holds the answer.
  package var evidence: String? { item.string(.evidence) }

  /// Whether the message carried just these words.
  package func carries(_ content: SummaryContent) -> Bool { carries(content.digest) }

  /// Whether the message carried the words with a digest.
  package func carries(_ digest: String) -> Bool { body.utf8.elementsEqual(digest.utf8) }

  /// Whether it is on record as sent; an answer alone shows nothing that was.
  package var isOut: Bool { sent != nil }
}

extension Brief {
  /// The records of emails from the oldest to the newest; those of a day in the order of the file.
  ///
  /// A record without a day counts as of the day of the record above it.
  package var emailRecords: [EmailRecord] {
    let records = items(in: .emails).enumerated()
      .compactMap { EmailRecord($0.element, position: $0.offset) }
    var day = CalendarDate(dayNumber: 0)
    let dated = records.map { record in
      day = record.sent ?? record.replied ?? day
      return (record: record, day: day)
    }
    return dated.sorted { left, right in
      (left.day, left.record.position) < (right.day, right.record.position)
    }.map(\.record)
  }

  /// The newest email of a kind that reached the client.
  package func newestEmail(_ kind: EmailRecord.Kind) -> EmailRecord? {
    emailRecords.last { $0.kind == kind && $0.isOut }
  }

  /// The day on which client and receiver were introduced; nil where that is not on record.
  package var introduced: CalendarDate? {
    let days = emailRecords.filter { $0.kind == .introduction }.compactMap(\.sent)
    return ([block(.introduction)?.fields.date(.on)] + days).compactMap { $0 }.min()
  }
}
