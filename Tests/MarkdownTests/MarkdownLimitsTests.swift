import Markdown
import Testing

/// One mebibyte of each input that is known to keep a Markdown parser busy.
struct MarkdownLimitsTests {
  @Test(arguments: [
    "![[]()", "a <?", "a <![CDATA[", "a <!A ", ">", "> ", "* ", "1. ", "[", "- - - a\n",
    "*a ",
    "_a", "|a", "a\n", "\\a", "&a",
  ])
  func `what would keep the parser busy is refused`(pattern: String) {
    let document = Text(String(repeating: pattern, count: (1 << 20) / pattern.utf8.count)).document
    let isRefused =
      document.exceedsLimits && document.blocks.isEmpty && document.sections.isEmpty
    #expect(isRefused)
  }

  @Test func `a long link definition cannot be multiplied`() {
    let file = Text(
      "[a]: " + String(repeating: "u", count: 500_000) + "\n\n"
        + String(repeating: "[a] ", count: 1000))
    #expect(file.document.exceedsLimits)
  }

  @Test func `deep indentation is refused`() {
    let nested = (0..<100).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
    let isRefused = Text(nested).document.exceedsLimits
    #expect(isRefused)
  }

  /// The limit is there for a body that keeps the parser busy for ever.
  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      "*", "**a *b ", "_a", "`", "`a``", "&", "<a ", "\\", "a\n", "# a\n", "---\n", "a. ", "\t",
      "a|b\n|-|\n", ">a\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n", "e\u{301}", "。",
    ])
  func `a long body is read`(pattern: String) {
    let document = Text(String(repeating: pattern, count: (1 << 17) / pattern.utf8.count)).document
    let isRefused = document.exceedsLimits
    #expect(!isRefused && !document.sentences.contains { $0.span.isEmpty })
  }

  @Test func `a summary of ordinary depth is read`() {
    let nested = (0..<20).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
    let document = Text(nested).document
    #expect(document.blocks.count == 20)
  }
}
