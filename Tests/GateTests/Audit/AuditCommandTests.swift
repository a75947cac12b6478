import Git
import TestSupport
import Testing

@Suite struct AuditCommandTests {
  @Test func `the command says who lost what when, and exits with 1 while it stands`() throws {
    let gated = try GatedRepository()
    #expect(try gated.repository.handoff("audit").status == 0)
    try gated.remove(AcmeBrief.exclusion)
    let bad = try gated.commitUnseen().description
    let output = try gated.repository.handoff("audit")
    #expect(output.status == 1)
    for words in ["commit \(bad)", "Dana Lee <dana@northwind.example>, 2026-07-01", "X1"] {
      #expect(output.text.contains(words), "\(output.text)")
    }
    #expect(output.text.contains("1 violation in 2 commits, 1 still stands"), "\(output.text)")
    try gated.replace("exclusions:\n", with: "exclusions:\n" + AcmeBrief.exclusion)
    try gated.commitUnseen()
    let after = try gated.repository.handoff("audit")
    #expect(after.status == 0)
    #expect(after.text.contains("1 violation in 3 commits, none still stands"), "\(after.text)")
    #expect(try gated.repository.handoff("audit", "HEAD~").status == 1)
  }

  @Test(arguments: [
    ("json", #""schema":"handoff/audit/1""#), ("json", #""standing":true"#),
    ("sarif", #""ruleId":"dropped-exclusion""#), ("github", "::error file=handoffs/acme/"),
    ("markdown", "| **stands** |"), ("concise", ": error: X1 "),
    ("html", "<strong>still so</strong>"),
  ])
  func `it writes every form of a check`(format: String, words: String) throws {
    let gated = try GatedRepository()
    try gated.remove(AcmeBrief.exclusion)
    let bad = try gated.commitUnseen().description.prefix(12)
    let output = try gated.repository.handoff("audit", "--format", format)
    #expect(output.status == 1)
    #expect(output.text.contains(words) && output.text.contains(bad), "\(output.text)")
  }

  @Test func `the page names commit, person, words and next step, and nothing in it is a tag`()
    throws
  {
    let gated = try GatedRepository()
    try gated.remove(AcmeBrief.exclusion)
    try gated.replace("exclusions:\n", with: "exclusions:\n  - id: X9\n    text: \(hostile)\n")
    try gated.commitUnseen()
    try gated.remove("  - id: X9\n    text: \(hostile)\n")
    let author = "--author=Eve & \"Co\" Ltd <eve@northwind.example>"
    let bad = try gated.commitUnseen(author).description
    let page = try gated.repository.handoff("audit", "--format", "html").text
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"), "\(page)")
    for words in [
      "<h1>handoff audit</h1>", "<p>2 violations in 3 commits, 2 still stand</p>",
      "<h2>commit \(bad.prefix(12))</h2>", "(dropped-exclusion): <strong>still so</strong>",
      "X9 “&lt;script&gt;alert(1)&lt;/script&gt;” is gone",
      "\(bad.prefix(12))` shows what it took away",
    ] {
      #expect(page.contains(words), "\(words) in \(page)")
    }
    #expect(page.contains("Eve &amp; &quot;Co&quot; Ltd &lt;eve@northwind.example&gt;"), "\(page)")
    #expect(!page.contains("<script"), "\(page)")
  }

  private let hostile = "<script>alert(1)</script>"

  @Test func `it judges by the policy of another revision`() throws {
    let gated = try GatedRepository()
    try gated.replace("Weekly revenue report by", with: "We should be able to report by")
    try gated.commitUnseen()
    try gated.repository.write(
      "handoff.yaml", AcmeBrief.policy + "policy:\n  severity:\n    vague-promise: error\n")
    try gated.commitUnseen()
    #expect(try gated.repository.handoff("audit").status == 0)
    let output = try gated.repository.handoff("audit", "--policy", "HEAD")
    #expect(output.status == 1)
    #expect(output.text.contains("[vague-promise]"), "\(output.text)")
  }

  @Test(arguments: [
    ["audit", "--since", "yesterday"], ["audit", "no-such-branch"],
    ["audit", "--policy", "no-such-branch"],
  ])
  func `what cannot be asked is refused with 2`(arguments: [String]) throws {
    let gated = try GatedRepository()
    let output = try run(
      HandoffProgram.path, arguments, in: gated.repository.path,
      environment: gated.repository.variables)
    #expect(output.status == 2)
    #expect(!output.errors.isEmpty)
  }
}
