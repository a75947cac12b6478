import Mail
import Testing

@Suite struct EmailMessageTests {
  @Test(arguments: [
    "Our talk", "Größe & Maße: stimmt das?", "会議のまとめ：ご確認ください", "ملخص المكالمة",
    "=?utf-8?Q?not_encoded?=", "two  spaces", " begins with one", "100% \"quoted\" (really)",
    String(repeating: "word ", count: 50) + "end", String(repeating: "x", count: 300),
    String(repeating: "é", count: 300), "👩‍👩‍👧 family [acme-onboarding]",
  ])
  func `a subject is read as it was written`(_ subject: String) throws {
    let read = try ReadMessage.of(try EmailMessage.sample(subject: subject).bytes)
    #expect(read.subject.unicodeScalars.elementsEqual(subject.unicodeScalars))
  }

  @Test(arguments: [
    "Ana Ruiz", "Søren Kierkegård", "山田 太郎", "Ruiz, Ana (Acme)", "Ana \"Ace\" Ruiz\\", "דנה לי",
    "O'Neil; Ann: <x>", String(repeating: "Long ", count: 40) + "Name",
    String(repeating: "長", count: 90),
  ])
  func `a name is read as it was written`(_ name: String) throws {
    let people = [
      try MailAddress("a@acme.example", name: name), try MailAddress("b@acme.example"),
      try MailAddress("c@acme.example", name: name),
    ]
    let read = try ReadMessage.of(try EmailMessage.sample(name: name, to: people).bytes)
    #expect(read.from == [[name, "dana@northwind.example"]])
    #expect(
      read.to == [[name, "a@acme.example"], ["", "b@acme.example"], [name, "c@acme.example"]])
  }

  @Test(arguments: [
    "", "Hello\n", "Hello", "From here on\n.\n..two\n", "trailing \nspace\t\n",
    String(repeating: "long ", count: 400) + "\n", String(repeating: "字", count: 700) + "\n",
    "Grüße\n\n\nEnde=\n", "שלום לך\u{200F}\n", "tab\tand = sign\n\n",
  ])
  func `words arrive as they were written`(_ text: String) throws {
    let read = try ReadMessage.of(try EmailMessage.sample(text: text, html: text).bytes)
    #expect(read.text.withoutLastLineFeed == text.withoutLastLineFeed)
    #expect(read.html.withoutLastLineFeed == text.withoutLastLineFeed)
  }

  @Test func `a message stands in its thread and a draft says that it is one`() throws {
    let read = try ReadMessage.of(try EmailMessage.sample(isDraft: true).bytes)
    let first = "<acme-onboarding.r1.9f86d081@northwind.example>"
    #expect(read.references == ["<acme-onboarding@northwind.example>", first])
    #expect(read.inReplyTo == first)
    #expect(read.unsent == "1")
    #expect(
      read.headers == [
        "From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "X-Unsent",
        "MIME-Version", "Content-Type",
      ])
    let text = String(decoding: try EmailMessage.sample().bytes, as: UTF8.self)
    #expect(text.contains("\r\nDate: Mon, 20 Jul 2026 10:00:00 +0000\r\n"))
  }

  @Test func `the same message has the same bytes`() throws {
    #expect(try EmailMessage.sample().bytes == EmailMessage.sample().bytes)
  }
}

extension String {
  /// Whether a text ends with a line feed is no matter to a reader.
  fileprivate var withoutLastLineFeed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
