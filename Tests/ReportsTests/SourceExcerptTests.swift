import Reports
import Testing

struct SourceExcerptTests {
  struct Case: Sendable {
    let line: String
    let columns: Range<Int>
    let shown: String
    let underlined: String
  }

  @Test(arguments: [
    Case(line: "\ta b", columns: 2..<3, shown: "    a b", underlined: "    ^"),
    Case(line: "\u{FEFF}ab", columns: 2..<3, shown: "ab", underlined: " ^"),
    Case(line: "a\u{1B}[b", columns: 4..<5, shown: "a\\u{1b}[b", underlined: "        ^"),
    Case(line: "日本 e\u{301}x", columns: 4..<6, shown: "日本 e\u{301}x", underlined: "     ^"),
    Case(line: "ab", columns: 3..<3, shown: "ab", underlined: "  ^"),
    Case(line: "ab", columns: 90..<99, shown: "ab", underlined: "  ^"),
    Case(
      line: String(repeating: "a", count: 500) + "b" + String(repeating: "c", count: 500),
      columns: 501..<502,
      shown: "…" + String(repeating: "a", count: 32) + "b" + String(repeating: "c", count: 62)
        + "…",
      underlined: String(repeating: " ", count: 33) + "^"),
  ])
  func `the underline stands below the words`(example: Case) {
    let report = CheckReport(
      diagnostics: [finding(columns: example.columns, sourceLine: example.line)], briefs: 1)
    let lines = report.rendered(as: .text, isColored: false, tool: tool)
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[1] == "1 | " + example.shown)
    #expect(lines[2] == "  | " + example.underlined)
  }
}
