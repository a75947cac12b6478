import Markdown
import Testing

struct MarkdownSentenceTests {
  struct Case: Sendable {
    let text: String
    let sentences: [String]
  }

  @Test(arguments: [
    Case(text: "One. Two! Three?! Four", sentences: ["One.", "Two!", "Three?!", "Four"]),
    Case(text: "It grew 1.5 times. Then v2.", sentences: ["It grew 1.5 times.", "Then v2."]),
    Case(text: "Tools, e.g. Excel. Next.", sentences: ["Tools, e.g. Excel.", "Next."]),
    Case(text: "Ask Dr. Ruiz, see No. 5. Done.", sentences: ["Ask Dr. Ruiz, see No. 5.", "Done."]),
    Case(text: "The answer is no. We go.", sentences: ["The answer is no.", "We go."]),
    Case(
      text: "So did J. Park. So did I. End.", sentences: ["So did J. Park.", "So did I.", "End."]),
    Case(text: "At 9 a.m. on Monday etc. Then", sentences: ["At 9 a.m. on Monday etc.", "Then"]),
    Case(text: "(Really.) \"Yes.\" No", sentences: ["(Really.)", "\"Yes.\"", "No"]),
    Case(text: "Wait... what", sentences: ["Wait...", "what"]),
    Case(text: "See acme.example/a.b now.", sentences: ["See acme.example/a.b now."]),
    Case(text: "これは。それは。", sentences: ["これは。", "それは。"]),
    Case(text: "- No stop\n- Another", sentences: ["No stop", "Another"]),
  ])
  func `sentences end where a reader would end them`(example: Case) {
    let file = Text(example.text)
    #expect(file.document.sentences.map(\.text) == example.sentences)
  }

  @Test(arguments: [
    Case(text: "One\n  two. Three", sentences: ["One\n  two.", "Three"]),
    Case(text: "**One** _two_. Three", sentences: ["One** _two_.", "Three"]),
    Case(
      text: "A &amp; B &eacute;. \\*C\\\\. D", sentences: ["A &amp; B &eacute;.", "*C\\\\.", "D"]),
    Case(text: "`a\nb` c. [D](\n/u) e.\nF.", sentences: ["a\nb` c.", "D](\n/u) e.", "F."]),
    Case(text: "[r]: /u\n[s]: /v\nG [r]. H.", sentences: ["G [r].", "H."]),
    Case(text: "[r]: /u\nI. J\n===\n", sentences: []),
    Case(text: "> K\nlazy. L\n> M.", sentences: ["K\nlazy.", "L\n> M."]),
    Case(text: "`Q <b>r</b>. ``S.", sentences: ["`Q <b>r</b>.", "``S."]),
    Case(text: "Ünï\u{1F600}. Ñ.", sentences: ["Ünï\u{1F600}.", "Ñ."]),
    Case(text: "N  \nO\\\nPo. <i>Q</i>.", sentences: ["N  \nO\\\nPo.", "Q</i>."]),
  ])
  func `a sentence knows its bytes in the file`(example: Case) {
    let file = Text(example.text)
    #expect(file[file.document.sentences.map(\.span)] == example.sentences)
  }

  @Test func `an underlined heading below link definitions is found`() {
    let file = Text("[r]: /u\nI. J\n===\nK\n")
    #expect(file[file.document.sections.map(\.titleSpan)] == ["I. J"])
    #expect(file[file.document.sections.map(\.bodySpan)] == ["K\n"])
  }
}
