import Mail
import Testing

@Suite struct HeaderInjectionTests {
  static let payloads = [
    "a\r\nBcc: evil@x.example", "a\nBcc: evil@x.example", "a\rBcc: evil@x.example", "\r\n",
    "a\r\n\r\nbody", "a\n\nbody", "a\u{0}b", "a\u{85}Bcc: x", "a\u{2028}Bcc: x",
    "a\u{2029}Bcc: x", "a\u{B}b", "a\u{C}b", "a\u{1B}[2Jb", "a\u{7F}b", "a\u{202E}b",
    "a\u{2066}b", "a\u{200F}b", "a\r\u{301}\nBcc: x", "a\tb",
  ]

  @Test(arguments: payloads) func `no header takes a line break or a hidden mark`(
    _ payload: String
  ) {
    #expect(throws: MailFault.self) { try HeaderText(payload, for: "the subject") }
    #expect(throws: MailFault.self) { try MailAddress("ana@acme.example", name: payload) }
    #expect(throws: MailFault.self) { try MailAddress(payload + "@acme.example") }
    #expect(throws: MailFault.self) { try MailAddress("ana@acme.example" + payload) }
    #expect(throws: MailFault.self) { try MailAddress(typed: "\(payload) <ana@acme.example>") }
    #expect(MessageID("<a\(payload)@acme.example>") == nil)
  }

  @Test(arguments: [
    "ana", "ana@", "@acme.example", "ana@acme@evil.example", "-oQ/tmp@acme.example",
    "ana@-acme.example", ".ana@acme.example", "a..b@acme.example", "ana @acme.example",
    "ana@acme..example", "\"a b\"@acme.example", "ana@[127.0.0.1]", "änä@acme.example",
    "ana@аcme.example", "ana@acme.example,evil@x.example", "ana@acme.example>",
    "\"ceo@x.example\" <evil@y.example>", "ceo＠x.example <evil@y.example>",
    "Ana <a@b.example> <evil@y.example>", "Ruiz, Ana <ana@acme.example>",
  ])
  func `what is no plain address is refused`(_ typed: String) {
    #expect(throws: MailFault.self) { try MailAddress(typed: typed) }
  }

  @Test func `an address is taken with a name in quotes or without`() throws {
    let plain = try MailAddress(typed: " Ana Ruiz <Ana@acme.example> ")
    #expect(plain.name == "Ana Ruiz" && plain.address == "Ana@acme.example")
    let quoted = try MailAddress(typed: "\"Ruiz, \\\"Ana\\\"\" <ana@acme.example>")
    #expect(quoted.name == "Ruiz, \"Ana\"")
    #expect(try MailAddress(typed: "ana+x@acme.example").name == "")
  }
}
