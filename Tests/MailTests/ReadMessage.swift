import Foundation
import Git
import Mail
import TestSupport
import Testing

/// A message as Python's `email` reads it.
struct ReadMessage: Decodable {
  let headers: [String]
  let from: [[String]]
  let to: [[String]]
  let cc: [[String]]
  let subject: String
  let parts: [String]
  let text: String
  let html: String
  let defects: [String]
  let longest: Int
  let bare: Bool
  let ascii: Bool
  let unsent: String?
  let references: [String]
  let inReplyTo: String

  private enum CodingKeys: String, CodingKey {
    case headers, from, to, cc, subject, parts, text, html, defects, longest, bare, ascii, unsent
    case references
    case inReplyTo = "in_reply_to"
  }

  /// Reads a message, and expects of it what every message of ours holds to.
  static func of(
    _ bytes: [UInt8], at location: SourceLocation = #_sourceLocation
  ) throws -> ReadMessage {
    let top = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    let output = try run(
      "python3", ["Tests/Python/mail_reading.py"], in: top,
      environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "PYTHONUTF8": "1"], input: bytes)
    #expect(output.status == 0, "\(output.errorText)", sourceLocation: location)
    let read = try JSONDecoder().decode(ReadMessage.self, from: Data(output.output))
    #expect(read.defects == [], sourceLocation: location)
    #expect(read.longest <= 78 && !read.bare && read.ascii, sourceLocation: location)
    #expect(
      read.parts == ["multipart/alternative", "text/plain", "text/html"], sourceLocation: location)
    return read
  }
}

extension EmailMessage {
  /// A message with one thing that matters to a test.
  static func sample(
    name: String = "Dana Lee", to: [MailAddress]? = nil, subject: String = "Our talk",
    text: String = "Hello\n", html: String = "<p>Hello</p>\n", isDraft: Bool = false
  ) throws -> EmailMessage {
    let key = MessageID(keyOf: "acme-onboarding", domain: "northwind.example")
    let first = MessageID(
      brief: "acme-onboarding", revision: 1, distinction: "9f86d081", domain: "northwind.example")
    return EmailMessage(
      from: try MailAddress("dana@northwind.example", name: name),
      to: try to ?? [MailAddress("ana@acme.example", name: "Ana Ruiz")],
      subject: try HeaderText(subject, for: "the subject"), date: 1_784_541_600,
      id: MessageID(
        brief: "acme-onboarding", revision: 2, distinction: "60303ae2",
        domain: "northwind.example"),
      references: [key, first], inReplyTo: first, text: text, html: html, isDraft: isDraft)
  }
}
