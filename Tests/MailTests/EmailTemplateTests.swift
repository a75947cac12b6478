import Briefs
import Diagnostics
import Mail
import Testing

@Suite struct EmailTemplateTests {
  @Test(arguments: [
    ("Hello\n{{{content}}}\n", "the first line is no subject"),
    ("Subject: a\nHello\n", "nothing says where the summary stands"),
    ("Subject: a\n{{{content}}}\n{{{content}}}\n", "3: the summary cannot stand here"),
    ("Subject: a\n{{{content}}}\n  {{acount}}\n", "3:3: there is no {{acount}}"),
    ("Subject: a\n{{#account}}\n{{{content}}}\n", "cannot stand within a section"),
    ("Subject: a\n{{#account}}\n", "2:1: {{#account}} is never closed"),
    ("Subject: a\n{{/account}}\n", "2:1: {{/account}} closes nothing"),
    ("Subject: a\n{{account\n", "2:1: a tag begins here and does not end"),
    ("Subject: a\n{{{account}}}\n", "means nothing here"),
    ("Subject: a\n{{&account}}\n", "means nothing here"),
    ("Subject: a\n{{> other}}\n", "means nothing here"),
    ("Subject: a\n{{=<% %>=}}\n", "means nothing here"),
    ("Subject: {{sensitivities}}\n{{{content}}}\n", "1:1: there is no {{sensitivities}}"),
    ("Subject: {{{content}}}\n{{{content}}}\n", "1: the summary cannot stand here"),
  ])
  func `a fault says where it is and what to write`(_ source: String, _ words: String) {
    let fault = #expect(throws: MailFault.self) { try EmailTemplate(.call, source) }
    #expect(fault?.message.contains(words) ?? false, "\(fault?.message ?? "")")
    #expect(fault?.message.hasPrefix("templates/email/call.mustache") ?? false)
  }

  @Test(arguments: EmailTemplate.Name.allCases)
  func `our own templates are sound`(_ name: EmailTemplate.Name) throws {
    _ = try EmailTemplate(name, BuiltInTemplates.source(of: name))
  }

  @Test func `values are shown letter for letter in both forms`() throws {
    let email = try email(
      "Subject: {{account}}\n{{! who }}\n{{#clients}}\nHi {{clients}}\n{{/clients}}\n"
        + "{{^kickoff}}no day{{/kickoff}}\n{{{content}}}\nBye {{account}}\n",
      account: "<b>A & *B*</b> {{sender}}")
    #expect(email.subject == "<b>A & *B*</b> {{sender}}")
    #expect(email.text.hasPrefix("Hi Ana\nno day\n"), "\(email.text)")
    #expect(email.text.hasSuffix("Bye <b>A & *B*</b> {{sender}}\n"))
    #expect(email.html.contains("Bye &lt;b&gt;A &amp; *B*&lt;/b&gt; {{sender}}"))
  }

  @Test func `a value that is not there is said, not left out`() {
    let fault = #expect(throws: MailFault.self) {
      try email("Subject: a\nOn {{kickoff}}\n{{{content}}}\n", account: "Acme")
    }
    #expect(fault?.message.contains("call.mustache:2: {{kickoff}} is not known here") ?? false)
  }

  private func email(_ source: String, account: String) throws -> SummaryEmail {
    let brief = try #require(
      Brief(
        reading: SourceText(
          "---\nhandoff: a1\naccount: '\(account)'\n---\n## Next steps\n\nCall.\n")))
    let ana = try MailAddress("ana@acme.example", name: "Ana")
    let fields = EmailFields(of: brief, clients: [ana], sender: ana, receiver: nil)
    return try SummaryEmail(
      SummaryContent(of: brief, kind: .call), in: EmailTemplate(.call, source), with: fields)
  }
}

@Suite struct DeepTemplateTests {
  @Test func `sections within very many others are refused`() {
    let source =
      "Subject: x\n" + String(repeating: "{{#account}}", count: 10_000) + "x"
      + String(repeating: "{{/account}}", count: 10_000) + "\n{{{content}}}\n"
    #expect(throws: MailFault.self) { try EmailTemplate(.call, source) }
  }
}
