import Markdown
import Testing

struct MarkdownDocumentTests {
  @Test func `headings open sections`() {
    let file = Text("Hello.\n\n## Timeline\nMay.\n\nNext *steps*\n---\n- Call\n\n### Empty ###\n")
    #expect(file.document.sections.map(\.title) == ["Timeline", "Next steps", "Empty"])
    #expect(file.document.sections.map(\.level) == [2, 2, 3])
    #expect(
      file[file.document.sections.map(\.titleSpan)] == ["Timeline", "Next *steps*", "Empty"])
    #expect(file[file.document.sections.map(\.bodySpan)] == ["May.\n\n", "- Call\n\n", ""])
    #expect(file.document.opening.map(\.text) == ["Hello."])
    #expect(file.document.sections[2].blocks.isEmpty)
  }

  @Test func `a heading within a list or quotation opens no section`() {
    let file = Text("## A\n- # B\n\n> # C\n")
    #expect(file.document.sections.map(\.title) == ["A"])
    #expect(file.document.sections[0].blocks.map(\.text) == ["B", "C"])
  }

  @Test func `spans are offsets in the file that the body is a slice of`() {
    let bytes = Array("---\nhandoff: a\n---\n## Straße\nWir bauen.\n".utf8)
    let document = MarkdownDocument(bytes[19...])
    #expect(document.sections[0].titleSpan == 22..<29)
    #expect(document.sections[0].sentences[0].span == 30..<40)
  }

  @Test func `three dashes within the body are no front-matter`() {
    let file = Text("## A\none\n\n---\n\ntwo\n")
    #expect(file.document.sections[0].blocks.map(\.text) == ["one", "two"])
  }

  @Test func `a byte-order mark is passed over`() {
    let file = Text("\u{FEFF}## A\nB\n")
    #expect(file[file.document.sections.map(\.titleSpan)] == ["A"])
    #expect(file[file.document.blocks.map(\.span)] == ["A", "B"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `any line ending ends a line`(ending: String) {
    let lines = [
      "Opening", "words.", "", "Ti", "tle", "===", "", "- é", "  ü & ö", "> zitiert", "",
    ]
    let file = Text(lines.joined(separator: ending))
    #expect(file.document.blocks.map(\.text) == ["Opening words.", "Ti tle", "é ü & ö", "zitiert"])
    #expect(
      file[file.document.blocks.map(\.span)] == [
        "Opening\(ending)words.", "Ti\(ending)tle", "é\(ending)  ü & ö", "zitiert",
      ])
    #expect(file[file.document.sections.map(\.bodySpan)].count == 1)
  }

  @Test func `every kind of block has its words and its place`() {
    let file = Text(
      "Text\n\n1. One\n   more\n\n| A | B\\|C |\n|---|---|\n| *x* |  |\n\n```\ncode.\n```\n")
    #expect(
      file.document.blocks.map(\.kind) == [
        .paragraph, .listItem, .tableCell, .tableCell, .tableCell, .code,
      ])
    #expect(
      file.document.blocks.map(\.text) == ["Text", "One more", "A", "B|C", "x", "code.\n"])
    #expect(
      file[file.document.blocks.map(\.span)] == [
        "Text", "One\n   more", "A", "B\\|C", "x", "```\ncode.\n```",
      ])
  }

  @Test func `raw HTML and comments are found wherever they stand`() {
    let file = Text(
      "a <b>c</b>\n\n<!-- not sold:\nX1 -->\n\n- d <!-- e\nf --> g\n\n<!-- h -->\nEnd\n")
    #expect(
      file[file.document.rawHTML] == [
        "<b>", "</b>", "<!-- not sold:\nX1 -->", "<!-- e\nf -->", "<!-- h -->",
      ])
    #expect(file.document.sentences.map(\.text) == ["a c", "d  g", "End"])
  }

  @Test func `a NUL shifts nothing`() {
    let file = Text("a\u{0}b. Two.\n")
    #expect(file[file.document.sentences.map(\.span)] == ["a\u{0}b.", "Two."])
  }

  @Test(arguments: [
    "", "\n", "\u{FEFF}", "#", "===", "\\", "&", "[a]: b", "|\n|-|", "`", "\r", ">",
  ])
  func `a body of next to nothing is read`(body: String) {
    let file = Text(body)
    #expect(!file.document.exceedsLimits)
    for block in file.document.blocks { #expect(block.span.upperBound <= file.bytes.count) }
  }
}

/// A file that is all body, and what its document says of it.
struct Text {
  let bytes: [UInt8]
  let document: MarkdownDocument

  init(_ text: String) {
    bytes = Array(text.utf8)
    document = MarkdownDocument(bytes[...])
  }

  subscript(spans: [Range<Int>]) -> [String] {
    spans.map { String(decoding: bytes[$0.clamped(to: bytes.indices)], as: UTF8.self) }
  }
}
