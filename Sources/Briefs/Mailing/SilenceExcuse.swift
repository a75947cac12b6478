/// Why the work may start though the client has not answered the final summary.
package struct SilenceExcuse: Sendable {
  /// The record of the email that was not answered.
  package let record: EmailRecord

  /// The address of the receiver who says so.
  package let by: String

  /// The day on which they say so.
  package let day: CalendarDate

  /// Why.
  package let reason: String

  package init(of record: EmailRecord, by: String, on day: CalendarDate, reason: String) {
    self.record = record
    self.by = by
    self.day = day
    self.reason = reason
  }
}

extension BriefEditor {
  /// Writes an excuse into the record; a note that stands there stays, before the reason.
  package mutating func excuse(_ excuse: SilenceExcuse) throws(EditingError) {
    let place = FieldPlace.item(.position(excuse.record.position), in: .emails)
    let note = [excuse.record.note, excuse.reason].compactMap { $0 }.joined(separator: "; ")
    try set(.reply, to: .text(EmailRecord.Reply.silence.rawValue), in: place)
    try set(.replied, to: .text("\(excuse.day)"), in: place)
    try set(.repliedBy, to: .text(excuse.by), in: place)
    try set(.note, to: .text(note), in: place)
  }
}
