internal import Briefs

/// A message that can be handed to a mail server, saved as a file, or opened in a mail program.
///
/// All that comes from a brief or a person is of a type that cannot break out of its header. There
/// are no hidden recipients.
package struct EmailMessage: Sendable, Equatable {
  /// Who sends it.
  package var from: MailAddress

  /// Whom it is for.
  package var to: [MailAddress]

  /// Who gets a copy that all see.
  package var cc: [MailAddress] = []

  /// What it is about.
  package var subject: HeaderText

  /// When it was written, in seconds since 1970.
  package var date: Int

  /// What names it.
  package var id: MessageID

  /// What it belongs to: the brief's key, then the messages before it, oldest first.
  package var references: [MessageID]

  /// The message it answers to in the thread; nil for the first.
  package var inReplyTo: MessageID?

  /// The words for programs that show plain text; lines end with a line feed.
  package var text: String

  /// The same words for programs that show HTML.
  package var html: String

  /// Whether a mail program should open it for editing rather than as received.
  package var isDraft = false

  package init(
    from: MailAddress, to: [MailAddress], cc: [MailAddress] = [], subject: HeaderText, date: Int,
    id: MessageID, references: [MessageID] = [], inReplyTo: MessageID? = nil, text: String,
    html: String, isDraft: Bool = false
  ) {
    self.from = from
    self.to = to
    self.cc = cc
    self.subject = subject
    self.date = date
    self.id = id
    self.references = references
    self.inReplyTo = inReplyTo
    self.text = text
    self.html = html
    self.isDraft = isDraft
  }

  /// The message as RFC 5322 and MIME write it: both forms of the words, the plain one first.
  package var bytes: [UInt8] {
    let parts = [part("text/plain", text), part("text/html", html)]
    let boundary = boundary(unlike: parts)
    var message = headers(boundary).map(\.text).joined() + "\r\n"
    for part in parts { message += "--\(boundary)\r\n" + part + "\r\n" }
    return Array((message + "--\(boundary)--\r\n").utf8)
  }

  private func headers(_ boundary: String) -> [HeaderField] {
    var headers = [HeaderField("From", addresses: [from])]
    if !to.isEmpty { headers.append(HeaderField("To", addresses: to)) }
    if !cc.isEmpty { headers.append(HeaderField("Cc", addresses: cc)) }
    headers += [
      HeaderField("Subject", text: subject),
      HeaderField("Date", [MailDate.text(secondsSince1970: date)]),
      HeaderField("Message-ID", [id.text]),
    ]
    if let inReplyTo { headers.append(HeaderField("In-Reply-To", [inReplyTo.text])) }
    if !references.isEmpty { headers.append(HeaderField("References", references.map(\.text))) }
    if isDraft { headers.append(HeaderField("X-Unsent", ["1"])) }
    headers.append(HeaderField("MIME-Version", ["1.0"]))
    headers.append(
      HeaderField("Content-Type", ["multipart/alternative;", "boundary=\"\(boundary)\""]))
    return headers
  }

  private func part(_ type: String, _ text: String) -> String {
    let body = BodyEncoding(text)
    let headers = [
      HeaderField("Content-Type", ["\(type);", "charset=utf-8"]),
      HeaderField("Content-Transfer-Encoding", [body.name]),
    ]
    return headers.map(\.text).joined() + "\r\n" + body.text
  }

  /// A line that stands in no part; the same for the same words.
  private func boundary(unlike parts: [String]) -> String {
    var boundary = "=_" + SHA256Hex.of(parts.joined()).prefix(32)
    while parts.contains(where: { $0.contains(boundary) }) { boundary += "_" }
    return boundary
  }
}
