import ReceivedMail
import Testing

@Suite struct ReplyTextTests {
  @Test func `an answer between quoted lines is kept in its order`() {
    let reply = ReplyText(plain: "> one\nfirst\n> two\nsecond\n")
    #expect(
      reply.passages == [
        .init(kind: .quoted, text: "> one"), .init(kind: .own, text: "first"),
        .init(kind: .quoted, text: "> two"), .init(kind: .own, text: "second"),
      ])
  }

  @Test func `confirmed in the quoted part or the signature is not the client's`() {
    let reply = ReplyText(plain: "No.\n\n> confirmed\n\n-- \nconfirmed\n")
    #expect(reply.ownWords == "No.")
  }

  @Test func `what a forward passes on is known as such by its subject too`() {
    let text = """
      Zur Info.

      Von: Petra Wolf <petra@acme.example>
      Gesendet: Dienstag, 14. Juli 2026 14:46
      An: Jürgen Klein
      Betreff: AW: Acme

      Stimmt nicht: der Start ist am 15. Oktober.
      """
    let part = ReceivedMessage.Part(type: "text/plain", text: text)
    let forward = ReplyText(of: ReceivedMessage(subject: "WG: Acme", parts: [part]))
    #expect(forward.ownWords == "Zur Info." && forward.doubts == [.forwarded])
    #expect(forward.words(of: .quoted).hasSuffix("Stimmt nicht: der Start ist am 15. Oktober."))
    #expect(ReplyText(of: ReceivedMessage(subject: "AW: Acme", parts: [part])).doubts.isEmpty)
  }

  @Test func `a postscript below the signature is the client's`() {
    let reply = ReplyText(plain: "Yes.\n-- \nAna\nCFO\n\nPS: not October.\n> x\n")
    #expect(reply.ownWords == "Yes.\n\nPS: not October.")
    #expect(reply.lines(of: .signature) == 3)
  }

  @Test(arguments: [
    ("AW: Acme: what I took [acme] Bestätigt!", "Bestätigt!"), ("Re: Acme: what I took [acme]", ""),
    ("Bestätigt!", "Bestätigt!"), ("Re: [EXTERN] Re: Acme: what I took", ""),
  ])
  func `what the client wrote into the subject is told apart`(_ subject: String, _ own: String) {
    #expect(OwnSubject.words(of: subject, besides: ["Acme: what I took", ""]) == own)
  }

  @Test func `a short note of absence looks automatic, a long letter does not`() {
    func suspicion(_ words: String) -> AutomaticReply? {
      let part = ReceivedMessage.Part(type: "text/plain", text: words)
      return AutomaticSubject.suspicion(of: ReceivedMessage(subject: "Re: Acme", parts: [part]))
    }
    #expect(suspicion("Ich bin bis 3. August nicht im Büro.") == .outOfOffice)
    #expect(suspicion("Yes, all right.\n\n> I am out of office") == nil)
    #expect(suspicion(String(repeating: "Word. ", count: 120) + "out of office") == nil)
  }

  @Test func `a dash line in the middle of a long text ends nothing`() {
    let lines = (1...30).map { "line \($0)" }.joined(separator: "\n")
    let reply = ReplyText(plain: "Before\n--\n\(lines)\n")
    #expect(reply.ownWords == "Before\n--\n\(lines)")
    #expect(reply.doubts == [.signature])
  }

  @Test func `somebody may write From: without quoting`() {
    let reply = ReplyText(plain: "From: the warehouse\nthe goods go to you.\n")
    #expect(reply.ownWords == "From: the warehouse\nthe goods go to you.")
  }

  @Test(arguments: ["\r\n", "\n", "\r", "\u{2028}"])
  func `any line end will do`(_ end: String) {
    #expect(ReplyText(plain: "Yes.\(end)> no\(end)").ownWords == "Yes.")
  }

  @Test(arguments: ["", " \n\u{A0}\n"])
  func `no text is said to be none`(_ text: String) {
    #expect(ReplyText(plain: text).doubts == [.noText])
  }

  @Test func `hostile HTML is read in one pass`() {
    for html in [
      String(repeating: "<div>", count: 20_000), String(repeating: "<blockquote>x", count: 20_000),
      String(repeating: "</div>", count: 20_000), String(repeating: "<", count: 30_000),
      String(repeating: "&", count: 30_000), "<!--" + String(repeating: "-", count: 30_000),
      String(repeating: "<a b='", count: 20_000), "<script>" + String(repeating: "</", count: 99),
    ] {
      let clock = ContinuousClock()
      let time = clock.measure { _ = HTMLText(html).text }
      #expect(time < .seconds(5), "\(html.prefix(20))")
    }
  }

  @Test(arguments: [
    ("<div style='display:none'>confirmed</div>No.", "No.\n"),
    ("<div style=\"color:red; DISPLAY : None !important\">x<div>y</div>z</div>No.", "No.\n"),
    ("<span style='display&#58;no/**/ne'>x</span>No.", "No.\n"),
    ("<span style='visibility:hidden'>x<b style='visibility:visible'>y</b></span>z", "yz\n"),
    ("<td style='font-size:0px'>x<div style='font-size:13px'>y</div></td>", "y\n"),
    ("<font style=font-size:.0em>x</font>y", "y\n"),
    ("<p style='mso-hide:all'>x</p><p>y</p>", "y\n"), ("<p hidden>x<p>y", "y\n"),
    ("<div hidden=''>x<br>x</div>y", "y\n"), ("<ul><li hidden>x<li>y</ul>", "- y\n"),
    ("<div><span style='display:none'>x</div>y", "y\n"), ("<input hidden>y", "y\n"),
    ("<br style='display:none'>y", "y\n"), ("<b style='opacity:0'>x</b>y", "y\n"),
    ("<b style='font-size:0.9em;display:inline'>y</b>", "y\n"),
    ("<div hidden><div></div>x</div>y", "y\n"),
  ])
  func `what the client does not see is left out`(_ html: String, _ text: String) {
    #expect(HTMLText(html).text == text)
  }

  @Test(arguments: [
    ("<p>a<script>alert(1)</script>b", "ab\n"), ("a<br>b<br><br>c", "a\nb\n\nc\n"),
    ("<style>x</style>1 &lt; 2 &#x26; &unknown;", "1 < 2 & &unknown;\n"),
    ("<img src=http://evil.example/x onerror=y>hi", "hi\n"),
    ("<table><tr><td>a</td><td>b</td></tr></table>", "a b\n"), ("a < b", "a < b\n"),
    ("<pre>a\n  b</pre>", "a\n  b\n"),
  ])
  func `HTML reads as text`(_ html: String, _ text: String) {
    #expect(HTMLText(html).text.utf8.elementsEqual(text.utf8), "\(HTMLText(html).text)")
  }
}
