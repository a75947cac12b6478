/// A summary that was sent, as a brief has it on record.
package struct SentSummary: Sendable, Equatable {
  /// What was sent.
  package enum Kind: String, Sendable, CaseIterable {
    case call
    case final

    /// The introduction of the receiver, which asks for no answer.
    case introduction
  }

  /// The brief's id.
  package let brief: String

  /// Where the record stands in the brief's list, from 0.
  package let position: Int

  /// What was sent.
  package let kind: Kind

  /// The id of the message, with or without its brackets; empty where none is on record.
  package let messageID: String

  /// The number of the revision as history has it; nil where that was not asked, or has none.
  package let number: Int?

  /// Whether the record says when it was sent.
  package let isDated: Bool

  /// When it was sent, as the record says it: a day or an instant, in UTC; may be empty.
  package let sent: String

  /// The digest of what was rendered; may be empty.
  package let body: String

  /// The subject that such a message has, where that is known; else empty.
  package let subject: String

  package init(
    brief: String, position: Int, kind: Kind = .final, messageID: String = "", number: Int? = nil,
    isDated: Bool = true, sent: String = "", body: String = "", subject: String = ""
  ) {
    self.isDated = isDated
    self.sent = sent
    self.body = body
    self.subject = subject
    self.brief = brief
    self.position = position
    self.kind = kind
    self.messageID = messageID.withoutBrackets
    self.number = number
  }

  /// The number of the revision: as history has it, else as the message's id does.
  package var revision: Int? { number ?? messageID.revision(of: brief) }

  /// Whether a message of an instant can answer it: both are written so that the later is greater.
  func isSent(by instant: String) -> Bool {
    let said = instant.utf8.prefix(sent.utf8.count)
    return !said.lexicographicallyPrecedes(sent.utf8)
  }
}

extension ReceivedMessage {
  /// Whether it names a message of a brief by an id as we make them: `ID.rN.XXXX@domain`.
  package func namesRevision(of brief: String) -> Bool {
    (inReplyTo + references).contains { $0.withoutBrackets.revision(of: brief) != nil }
  }
}

extension String {
  /// An id without the angle brackets around it.
  var withoutBrackets: String {
    var bytes = utf8[...]
    while bytes.first == UInt8(ascii: "<") { bytes.removeFirst() }
    while bytes.last == UInt8(ascii: ">") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The number in an id of ours, `ID.rN.XXXX@domain`.
  func revision(of brief: String) -> Int? {
    let own = brief + ".r"
    guard utf8.starts(with: own.utf8) else { return nil }
    let rest = utf8.dropFirst(own.utf8.count)
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard rest.dropFirst(digits.count).first == UInt8(ascii: ".") else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
