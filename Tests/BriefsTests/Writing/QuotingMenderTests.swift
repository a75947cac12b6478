import Briefs
import Diagnostics
import Testing

@Suite struct QuotingMenderTests {
  @Test(arguments: [
    "Support: 24/7", "\"Quick\" reports", "*All*", "[TBD]", "@Ana", "&x", "!x", "`x`", "%x", "{a}",
    "Support tier #1 included", "#1 priority", "\"A\" & B", "Support:", "- and more", "? why",
    "> 5 users", "| a", "'It's fine'", "[TBD", ", and", "a: b: c", "!!str x", "*a* # b",
    "Zürich: 24/7", "\\ \"x\": y",
  ])
  func `text of one line is put in quotes`(text: String) throws {
    let quoted = Quoting.doubleQuoted(text)
    try checkMending("account: \(text)", "account: \(quoted)")
    try checkMending("promises:\n- text: \(text)  ", "promises:\n- text: \(quoted)  ")
    try checkMending(
      "promises:\n  - id: P1\n    text:\t\(text)\n    due: x",
      "promises:\n  - id: P1\n    text:\t\(quoted)\n    due: x")
    try checkMending("meeting:\n   objective: \(text)", "meeting:\n   objective: \(quoted)")
    try checkMending("risks:\n  - \(text)\n  - b", "risks:\n  - \(quoted)\n  - b")
  }

  @Test(arguments: [
    "goal: it's \"fine\" @ 5% & more", "goal: \"a: b\" # why", "goal: 'a' ", "goal: C# first",
    "goal: \"a\n  text: b: c\"", "goal: a\n  b: c",
    "goal: |\n  text: a: b\n\n  goal: *x\nstatus: x",
    "goal: >- # why\n  *x", "due: [TBD]", "x-own: *x", "promises:\n  - id: P1 # first",
    "promises:\n  - texts: a", "promises:\n  - Support: 24/7\n    due: x",
    "promises:\n  - text: |\n      a: b: c\n    quote: 'a\n      *b: c'",
    "promises: [\n  {id: P1,\n  text: [x]}\n]", "promises:\n  - # why\n    text: a",
    "x-list:\n  - a: b: c\n", "after:\n  - *x", "evidence:\n  - file: a: b",
    "promises:\n  - id: P1\n    bounded_by:\n      - a: b",
    "goal: \"a\nstatus: *x\"",
  ])
  func `nothing else is touched`(frontMatter: String) throws {
    try checkMending(frontMatter, frontMatter)
  }

  @Test func `a finding on the form of a line offers the quotes`() throws {
    let given = "account: \"A\" & B\npromises:\n  - id: P1\n    text: [TBD]\n  - Support: 24/7"
    let brief = try brief(given)
    #expect(
      brief.findings.map(\.rule).sorted() == [
        "invalid-front-matter", "invalid-value", "unknown-field",
      ])
    let mended = brief.source.bytes.applying(brief.findings.flatMap(\.fixes))
    let again = try #require(Brief(reading: SourceText(mended)))
    #expect(again.isSound && again.findings.allSatisfy(\.fixes.isEmpty))
    #expect(again.items.map { $0.string(.text) } == ["[TBD]", "Support: 24/7"])
    #expect(again.fields.string(.account) == "\"A\" & B")
  }

  private func checkMending(
    _ given: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for ending in ["\n", "\r\n"] {
      let brief = try brief(given, lineEnding: ending)
      let edits = QuotingMender.edits(for: brief.source, in: brief.frontMatter)
      let mended = String(decoding: brief.source.bytes.applying(edits), as: UTF8.self)
      #expect(
        mended.unicodeScalars.elementsEqual(file(expected, lineEnding: ending).unicodeScalars),
        "\(mended)", sourceLocation: sourceLocation)
    }
  }
}
