import Briefs
import Diagnostics
import Reports
import TestSupport
import Testing

@Suite struct PlainTextBriefTests {
  @Test func `each field is a line with the id of its item`() throws {
    let brief = try #require(sample(after))
    let text = try #require(PlainTextBrief(brief).text)
    expectSnapshot(text, of: "plain text")
  }

  @Test func `layout makes no difference`() throws {
    let brief = try #require(sample(after))
    let other = after.replacing(
      "text: SSO by May.\n    withdrawn: They have it.",
      with: "withdrawn: 'They have it.' # really\n    text: >-\n      SSO\n      by May.")
    let laidOut = try #require(
      Brief(
        reading: SourceText(
          "---\n# ours\n" + other + "---\n\n## Business impact\n\nFive days saved a month.\n")))
    #expect(PlainTextBrief(laidOut).text == PlainTextBrief(brief).text)
  }

  @Test func `tabs of the summary stay and what drives a terminal does not`() throws {
    let brief = try #require(
      Brief(reading: SourceText("---\nhandoff: acme\n---\na\tb\r\n\u{1B}[2Jc\u{202E}")))
    let text = try #require(PlainTextBrief(brief).text)
    #expect(text.hasSuffix("\n\na\tb\n\\u{1b}[2Jc\\u{202e}"))
  }

  @Test func `what cannot be read as a whole has no lines`() throws {
    let brief = try #require(Brief(reading: SourceText("---\npromises: [\n---\n")))
    #expect(PlainTextBrief(brief).text == nil)
  }
}
