import Briefs
import Foundation
import Mail
import Testing

@Suite struct LeakTests {
  /// What a client may read of the front-matter.
  private static let open: Set<String> = [
    "handoff", "account", "to", "go_live", "kickoff", "promises.text", "promises.due",
    "exclusions.text", "stakeholders.name", "stakeholders.email", "emails.message_id",
  ]

  @Test(arguments: EmailKind.allCases, [false, true])
  func `no message holds anything internal`(_ kind: EmailKind, _ terms: Bool) throws {
    let marked = MarkedBrief()
    #expect(marked.marks.count > 150)
    let forms = try forms(of: marked.brief, as: kind, terms)
    let open = terms ? Self.open.union(["custom_terms.text"]) : Self.open
    for (mark, field) in marked.marks where !open.contains(field) {
      for form in forms { #expect(!form.contains(mark), "\(field)") }
    }
    guard kind == .final else { return }
    for (mark, field) in marked.marks where open.contains(field) && field.hasSuffix(".text") {
      #expect(forms[0].contains(mark), "\(field) should be there")
    }
  }

  /// The message in every form, decoded and as it travels.
  private func forms(of brief: Brief, as kind: EmailKind, _ terms: Bool) throws -> [String] {
    let client = try #require(brief.standingItems(in: .stakeholders).first)
    let ana = try MailAddress(
      try #require(client.string(.email)), name: try #require(client.string(.name)))
    let dana = try MailAddress("dana@northwind.example", name: "Dana Lee")
    let sam = try MailAddress(try #require(brief.fields.string(.to)), name: "Sam Park")
    let email = try SummaryEmail(
      SummaryContent(of: brief, kind: kind.content, includesTerms: terms),
      in: .builtIn(kind.template),
      with: EmailFields(of: brief, clients: [ana], sender: dana, receiver: sam))
    let message = try EmailMessage(
      email, of: brief, revision: 2, from: dana, to: [ana], cc: [sam], date: 1_784_541_600)
    let read = try ReadMessage.of(message.bytes)
    let link = try #require(MailtoLink(message).text.removingPercentEncoding)
    return [
      email.text, email.html, link, read.text, read.html, read.subject,
      String(decoding: message.bytes, as: UTF8.self),
      try EmailTemplate.builtIn(kind.spokenTemplate).spoken(
        with: EmailFields(of: brief, clients: [ana], sender: dana, receiver: sam)),
    ]
  }
}
