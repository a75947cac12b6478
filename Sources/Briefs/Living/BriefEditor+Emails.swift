// What the commands of the summary email write.
extension BriefEditor {
  /// Records a message that went out.
  package mutating func record(_ email: NewEmail) throws(EditingError) {
    var fields: [(FieldName, FieldValue)] = [
      (.kind, .text(email.kind)), (.body, .text(email.body)), (.sent, .text(email.sent)),
      (.to, .words(email.to)), (.via, .text(email.via)),
    ]
    if let id = email.messageID { fields.append((.messageID, .text(id))) }
    try add(fields, to: .emails)
  }

  /// Records that the client met whoever takes over; the first introduction stays on record.
  package mutating func introduce(
    to people: [String], by person: String, on day: CalendarDate, how: String
  ) throws(EditingError) {
    guard brief.block(.introduction) == nil else { return }
    let place = FieldPlace.block(.introduction)
    try set(.on, to: .text(day.description), in: place)
    try set(.by, to: .text(person), in: place)
    try set(.to, to: .words(people), in: place)
    try set(.how, to: .text(how), in: place)
  }
}

/// A message that is about to be recorded.
package struct NewEmail: Sendable {
  /// What it is for: `call`, `final` or `introduction`.
  package let kind: String

  /// The digest of the words that it carried.
  package let body: String

  /// When it went out: an instant in UTC, or a day.
  package let sent: String

  /// Who got it.
  package let to: [String]

  /// How it went out: `sendmail`, or `own-program`.
  package let via: String

  /// The message's id, where it is known.
  package let messageID: String?

  package init(
    kind: String, body: String, sent: String, to: [String], via: String, messageID: String? = nil
  ) {
    self.kind = kind
    self.body = body
    self.sent = sent
    self.to = to.map(\.asciiLowercased)
    self.via = via
    self.messageID = messageID
  }
}
