import Briefs
import Diagnostics
import Mail
import Testing

@Suite struct RenderingTests {
  @Test func `lists, links and marks are written out as text`() throws {
    let text = try summary(
      "Intro *with* **marks** and `code`.\n\n1. one\n2. two\n   - inner\n\n> said\n\n"
        + "[Plan](https://acme.example/plan) and <ana@acme.example>\n"
    ).text
    #expect(
      text.contains(
        "Intro with marks and code.\n\n1. one\n2. two\n   - inner\n\n| said\n\n"
          + "Plan (https://acme.example/plan) and ana@acme.example\n"), "\(text)")
  }

  @Test(arguments: [
    "[x](javascript:alert(1))", "[x](&#106;avascript:alert(1))", "[x](data:text/html,a)",
    "[x](JAVASCRIPT:alert(1))", "[x](java\\script:alert(1))", "[x](vbscript:a)", "[x](//evil)",
    "[x](/etc/passwd)", "[x](mailto:a@b.example?bcc=evil@x.example)",
  ])
  func `a link leads to a page or an address only`(_ markdown: String) throws {
    let email = try summary(markdown + "\n")
    #expect(!email.html.contains("href"), "\(email.html)")
    #expect(email.text.contains("\nx\n"))
  }

  @Test func `pictures, scripts and comments are left out`() throws {
    let email = try summary(
      "A ![chart](https://evil.example/p.png) <img src=x onerror=y> b <!-- secret -->\n\n"
        + "<script>alert(1)</script>\n\n\"<b>\" & 'c'\u{202E}d\u{1B}[2J\n")
    for form in [email.text, email.html] {
      #expect(!form.contains("evil") && !form.contains("<img") && !form.contains("secret"))
      #expect(!form.contains("<script") && !form.contains("\u{202E}") && !form.contains("\u{1B}"))
    }
    #expect(email.text.contains("A chart"))
  }

  @Test func `a link for mail programs holds all words and says when it is long`() throws {
    var message = try EmailMessage.sample(subject: "a&b=c?", text: "Größe 100%\nEnd\n")
    #expect(
      MailtoLink(message).text
        == "mailto:ana@acme.example?subject=a%26b%3Dc%3F"
        + "&body=Gr%C3%B6%C3%9Fe%20100%25%0D%0AEnd%0D%0A")
    #expect(!MailtoLink(message).isOverLong)
    message.text = String(repeating: "x", count: 2_000)
    #expect(MailtoLink(message).isOverLong)
  }

  private func summary(_ markdown: String) throws -> SummaryEmail {
    let brief = try #require(
      Brief(
        reading: SourceText("---\nhandoff: a1\naccount: A\n---\n## Next steps\n\n\(markdown)")))
    let dana = try MailAddress("dana@northwind.example", name: "Dana")
    return try SummaryEmail(
      SummaryContent(of: brief, kind: .call), in: .builtIn(.call),
      with: EmailFields(of: brief, clients: [], sender: dana, receiver: nil))
  }
}
