/// Why an answer that is on record does not count.
package enum AnswerFlaw: Sendable, Equatable {
  /// The record does not say all that tells who answered what, when and how.
  case incomplete([FieldName])

  /// The answer is dated before the email that it answers.
  case early(CalendarDate)

  /// It is by somebody of the roster; only the client answers for the client.
  case colleague(Person)

  /// It is by somebody whom the brief does not know as one of the client's.
  case stranger(String)

  /// It is said to have come by email, and no email is kept.
  case unwritten

  /// The record does not say that the email went to the client.
  case unaddressed
}

extension EmailRecord {
  /// Why the answer on record does not count; nil where it does, or where there is none.
  ///
  /// The receiver's word for a silent client is held to the same, and says why.
  package func flaw(by client: KnownClient) -> AnswerFlaw? {
    guard let reply else { return nil }
    let missing = missingFields
    guard missing.isEmpty, let sent, let replied else { return .incomplete(missing) }
    if replied < sent { return .early(replied) }
    if reply != .silence, let repliedBy {
      if let person = client.policy.colleague(repliedBy) { return .colleague(person) }
      if !client.includes(repliedBy) { return .stranger(repliedBy) }
    }
    if !client.received(self) { return .unaddressed }
    let isByEmail = reply != .silence && how == "email"
    return isByEmail && !(evidence.map { client.hasMessage($0) } ?? false) ? .unwritten : nil
  }

  /// What is on record as the answer, where it counts.
  package func answer(by client: KnownClient) -> Reply? { flaw(by: client) == nil ? reply : nil }

  /// What a record with an answer must say and does not.
  package var missingFields: [FieldName] {
    let needed: [FieldName] =
      switch reply {
      case nil: []
      case .silence: [.sent, .replied, .repliedBy, .note]
      case .confirmed, .corrected:
        // Evidence that holds the answer shows whose it is.
        evidence == nil ? [.sent, .replied, .repliedBy, .how] : [.sent, .replied, .how]
      }
    return needed.filter { name in
      switch name {
      case .sent: sent == nil
      case .replied: replied == nil
      default: item.string(name)?.isBlank ?? true
      }
    }
  }
}
