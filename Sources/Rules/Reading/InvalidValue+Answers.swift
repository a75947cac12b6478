internal import Briefs
internal import Diagnostics

// An answer comes after the email, and from the client.
extension InvalidValue {
  func impossibleAnswers(_ subject: Subject) -> [Finding] {
    let records = subject.brief.emailRecords
    if records.isEmpty { return [] }
    let client = KnownClient(of: subject.brief, by: subject.policy)
    return records.compactMap { record in
      switch record.flaw(by: client) {
      case .early: record.item[.replied].map { .beforeEmail(record, $0) }
      case .colleague(let person):
        // Who comes to us later has answered for the client all the same.
        subject.previous.contains { $0.hasAnswer(like: record) }
          ? nil : record.item[.repliedBy].map { .byColleague(person, $0) }
      case .incomplete, .stranger, .unwritten, .unaddressed, nil: nil
      }
    }
  }
}

// A Message-ID is that of one message.
extension InvalidValue {
  func repeatedMessages(_ subject: Subject) -> [Finding] {
    let repeated = subject.brief.repeatedMessages
    if repeated.isEmpty { return [] }
    let known = Set(subject.previous.flatMap(\.repeatedMessages).map { Array($0.string.utf8) })
    return repeated.filter { !known.contains(Array($0.string.utf8)) }.map { .repeated($0) }
  }
}

extension Brief {
  /// The ids of messages that a record above has as well.
  fileprivate var repeatedMessages: [Text] {
    var seen: Set<[UInt8]> = []
    return items(in: .emails).compactMap { item in
      guard let id = item[.messageID], !id.string.isBlank else { return nil }
      return seen.insert(Array(id.string.utf8)).inserted ? nil : id
    }
  }

  fileprivate func hasAnswer(like record: EmailRecord) -> Bool {
    emailRecords.contains { known in
      known.carries(record.body) && known.reply == record.reply
        && [FieldName.sent, .repliedBy].allSatisfy { name in
          known.item.string(name).map { Array($0.utf8) }
            == record.item.string(name).map { Array($0.utf8) }
        }
    }
  }
}

extension Finding {
  private static let rule = InvalidValue.documentation.id

  /// Why a colleague's word does not stand for the client's.
  static func onRoster(_ person: Person) -> String {
    "\(person.label) is on the roster, and only the client answers for the client"
  }

  fileprivate static func repeated(_ id: Text) -> Finding {
    Finding(
      rule: rule, span: id.span,
      message: "a record above has this `message_id`, and one message is sent once",
      help: "write the Message-ID of this email, or leave it out")
  }

  fileprivate static func beforeEmail(_ record: EmailRecord, _ replied: Text) -> Finding {
    Finding(
      rule: rule, span: replied.span,
      message: "the answer is dated before the email that it answers"
        + (record.sent.map { ", of \($0)" } ?? ""),
      help: "write the day of the answer; both days are those in UTC")
  }

  fileprivate static func byColleague(_ person: Person, _ name: Text) -> Finding {
    Finding(
      rule: rule, span: name.span, message: onRoster(person),
      help: "write who of the client's people answered")
  }
}
