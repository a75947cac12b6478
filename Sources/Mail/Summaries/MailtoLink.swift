/// A message as a `mailto` link, which opens it in the mail program of whoever follows it.
package struct MailtoLink: Sendable {
  /// The link, percent-encoded.
  package let text: String

  /// A link with the plain words of a message; ids and HTML have no place in one.
  package init(_ message: EmailMessage) {
    let to = message.to.map { Self.encoded($0.address, keeping: "@") }.joined(separator: ",")
    var fields = [("subject", message.subject.string)]
    if !message.cc.isEmpty {
      fields.append(("cc", message.cc.map(\.address).joined(separator: ",")))
    }
    let lines = message.text.unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false)
    fields.append(("body", lines.map { String($0) }.joined(separator: "\r\n")))
    text =
      "mailto:\(to)?"
      + fields.map { "\($0.0)=\(Self.encoded($0.1))" }.joined(separator: "&")
  }

  /// Whether programs are known that cut a link so long.
  package var isOverLong: Bool { text.utf8.count > MailtoLink.limit }

  /// The length that every widespread program takes.
  package static let limit = 2_000

  private static func encoded(_ text: String, keeping kept: String = "") -> String {
    text.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: String(UnicodeScalar(byte))
      case _ where "-._~".utf8.contains(byte) || kept.utf8.contains(byte):
        String(UnicodeScalar(byte))
      default: "%" + byte.hexadecimal
      }
    }.joined()
  }
}
