package import Briefs

extension EmailMessage {
  /// The message that carries a revision of a brief's summary.
  ///
  /// It refers to all that went out before and to the brief's key, and its subject ends with the
  /// brief's id unless told not to: by these an answer is found again. The same words at the same
  /// time to the same people give the same message, byte for byte, but for what makes one that goes out
  /// unlike all others: `salt`.
  package init(
    _ email: SummaryEmail, of brief: Brief, revision: Int, from: MailAddress, to: [MailAddress],
    cc: [MailAddress] = [], date: Int, isTagged: Bool = true, isDraft: Bool = false,
    salt: String = ""
  ) throws(MailFault) {
    let id = brief.id ?? "handoff"
    let subject = try HeaderText(
      isTagged ? "\(email.subject) [\(id)]" : email.subject, for: "the subject")
    let earlier = brief.items(in: .emails)
      .compactMap { $0.string(.messageID).flatMap { MessageID($0) } }
    let distinction = SHA256Hex.of(
      ([email.content.digest, email.subject, "\(date)\(salt)", from.address]
        + (to + cc).map(\.address)).joined(separator: "\n")
    ).prefix(8)
    let key = MessageID(
      keyOf: id, domain: (brief.fields.string(.from)?.domainOfAddress) ?? from.domain)
    self.init(
      from: from, to: to, cc: cc, subject: subject, date: date,
      id: MessageID(
        brief: id, revision: revision, distinction: String(distinction), domain: from.domain),
      references: [key] + earlier.suffix(EmailMessage.mostReferences), inReplyTo: earlier.last,
      text: email.text, html: email.html, isDraft: isDraft)
  }

  /// Enough for any thread; a header without end is read by nobody.
  private static let mostReferences = 100
}

extension String {
  fileprivate var domainOfAddress: String? {
    Identifiers.isAddress(self, lowerCase: false)
      ? utf8.split(separator: UInt8(ascii: "@")).last.flatMap { String($0) } : nil
  }
}
