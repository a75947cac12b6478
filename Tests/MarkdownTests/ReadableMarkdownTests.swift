import Markdown
import Testing

@Suite struct ReadableMarkdownTests {
  @Test func `a table becomes a line for each row`() {
    let table =
      "We agreed:\n\n| What | Who |\n|---|:-:|\n| *SSO* | Ana |\n| a \\| b | |\n| | Sam |\nThen."
    #expect(
      MarkdownPlainText.render(table)
        == "We agreed:\n\n- What: SSO; Who: Ana\n- What: a | b\n- Who: Sam\n\nThen.\n")
    let html = MarkdownHTML.render(table) ?? ""
    #expect(html.contains("<li dir=\"auto\">What: <em>SSO</em>; Who: Ana</li>"), "\(html)")
    #expect(!html.contains("---"), "\(html)")
  }

  @Test func `a line that begins with a bullet is an item of its own`() {
    let list =
      "- Sam sends the plan\n• Ana opens the ERP\n    •\tthe test system first\n\nNext:\n•Call"
    #expect(
      MarkdownPlainText.render(list)
        == "- Sam sends the plan\n- Ana opens the ERP\n  - the test system first\n\nNext:\n\n- Call\n"
    )
  }

  @Test(arguments: [
    "a | b\n\nc", "```\n| a | b |\n|---|---|\n• c\n```", "| a | b |\n|---|\n| c | d |",
    "5 • 3 is 15", "    • code",
  ])
  func `what is no table and no item stays as it is`(text: String) {
    let shown = MarkdownPlainText.render(text, width: 200) ?? ""
    #expect(!shown.contains("- ") && !shown.contains(": "), "\(shown)")
  }

  @Test func `a table that would grow without end is left alone`() {
    let head = "|" + String(repeating: "x", count: 199) + "|\n|---|\n"
    let long = head + String(repeating: "|a\n", count: 100_000)
    #expect((MarkdownPlainText.render(long)?.utf8.count ?? 0) < 2 * long.utf8.count)
  }
}
