import Diagnostics
import Reports
import Testing

struct CheckReportTests {
  @Test func `text shows each finding with its line and what to do next`() {
    check(
      .text,
      """
      handoffs/acme.md:3:9: error: X2 “On-site training” is gone [dropped-exclusion]
      3 |   text: SSO by [May] 日本
        |         ^^^^^^^^^^^^^^^^^
        → handoff restore acme/X2

      handoffs/acme.md:7:1: warning: the summary has no section “Timeline” [missing-section]
        → add the heading: ## Timeline

      1 error, 1 warning in 2 briefs

      """)
  }

  @Test func `text is coloured only when asked`() {
    let report = CheckReport(diagnostics: [], briefs: 1)
    #expect(report.rendered(as: .text, isColored: false, tool: tool) == "no findings in 1 brief\n")
    #expect(
      report.rendered(as: .text, isColored: true, tool: tool)
        == "\u{1B}[1mno findings in 1 brief\u{1B}[0m\n")
  }

  @Test func `concise is one line for each finding`() {
    check(
      .concise,
      """
      handoffs/acme.md:3:9: error: X2 “On-site training” is gone [dropped-exclusion]
      handoffs/acme.md:7:1: warning: the summary has no section “Timeline” [missing-section]

      """)
  }

  @Test func `JSON has the keys of the contract in their order`() {
    check(
      .json,
      #"{"schema":"handoff/check/1","findings":[{"rule":"dropped-exclusion","severity":"error","#
        + #""path":"handoffs/acme.md","line":3,"column":9,"endLine":3,"endColumn":24,"#
        + #""brief":"acme","item":"X2","message":"X2 “On-site training” is gone","#
        + #""help":"handoff restore acme/X2"},{"rule":"missing-section","severity":"warning","#
        + #""path":"handoffs/acme.md","line":7,"column":1,"endLine":9,"endColumn":2,"#
        + #""brief":null,"item":null,"message":"the summary has no section “Timeline”","#
        + #""help":"add the heading: ## Timeline"}],"#
        + #""summary":{"briefs":2,"errors":1,"warnings":1}}"# + "\n")
  }

  @Test func `GitHub gets workflow commands`() {
    check(
      .github,
      """
      ::error file=handoffs/acme.md,line=3,endLine=3,col=9,endColumn=24,title=dropped-exclusion\
      ::X2 “On-site training” is gone%0Ahandoff restore acme/X2
      ::warning file=handoffs/acme.md,line=7,endLine=9,col=1,title=missing-section\
      ::the summary has no section “Timeline”%0Aadd the heading: ## Timeline

      """)
  }

  @Test func `GitHub properties cannot be added to`() {
    let diagnostic = finding(path: "a,title=x:\n100%.md", message: "50%\n::stop-commands::x")
    let report = CheckReport(diagnostics: [diagnostic], briefs: 1)
    #expect(
      report.rendered(as: .github, isColored: false, tool: tool)
        == "::error file=a%2Ctitle=x%3A\\u{a}100%25.md,line=1,endLine=1,col=1,endColumn=2,title=r"
        + "::50%25\\u{a}::stop-commands::x%0A50%25\\u{a}::stop-commands::x\n")
  }

  @Test func `Markdown is a table`() {
    check(
      .markdown,
      ##"""
      **handoff:** 1 error, 1 warning in 2 briefs

      | | where | what | next |
      |---|---|---|---|
      | error | handoffs/acme\.md:3 | X2 “On\-site training” is gone (dropped\-exclusion) \##
      | handoff restore acme/X2 |
      | warning | handoffs/acme\.md:7 | the summary has no section “Timeline” (missing\-section) \##
      | add the heading\: \#\# Timeline |

      """##)
  }

  @Test func `SARIF names the rules and the places`() {
    check(
      .sarif,
      #"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":["#
        + #"{"tool":{"driver":{"name":"handoff","version":"0.1.0","rules":["#
        + #"{"id":"dropped-exclusion","shortDescription":{"text":"An exclusion stays."},"#
        + #""help":{"text":"Withdraw it."}}]}},"columnKind":"unicodeCodePoints","results":["#
        + #"{"ruleId":"dropped-exclusion","level":"error","message":{"text":"#
        + #""X2 “On-site training” is gone\u000ahandoff restore acme/X2"},"locations":["#
        + #"{"physicalLocation":{"artifactLocation":{"uri":"handoffs/acme.md"},"region":"#
        + #"{"startLine":3,"startColumn":9,"endLine":3,"endColumn":24}},"#
        + #""logicalLocations":[{"fullyQualifiedName":"acme/X2"}]}]},"#
        + #"{"ruleId":"missing-section","level":"warning","message":{"text":"#
        + #""the summary has no section “Timeline”\u000aadd the heading: ## Timeline"},"#
        + #""locations":[{"physicalLocation":{"artifactLocation":{"uri":"handoffs/acme.md"},"#
        + #""region":{"startLine":7,"startColumn":1,"endLine":9,"endColumn":2}}}]}]}]}"# + "\n")
  }

  @Test func `Markdown shows a text letter for letter`() {
    let diagnostic = finding(path: "a|b`.md", message: "<b> @sam #12 x@y.z https://a.b *c*")
    let report = CheckReport(diagnostics: [diagnostic], briefs: 1)
    let text = ##"\<b\> \@&#8203;sam \#&#8203;12 x\@y\.z https\://a\.b \*c\*"##
    #expect(
      report.rendered(as: .markdown, isColored: false, tool: tool).hasSuffix(
        #"| error | a\|b\`\.md:1 | \#(text) (r) | \#(text) |"# + "\n"))
  }

  private func check(
    _ format: ReportFormat, _ expected: String, at location: SourceLocation = #_sourceLocation
  ) {
    let dropped = Diagnostic(
      rule: "dropped-exclusion", severity: .error, path: "handoffs/acme.md",
      start: Position(line: 3, column: 9), end: Position(line: 3, column: 24), brief: "acme",
      item: "X2", message: "X2 “On-site training” is gone", help: "handoff restore acme/X2",
      sourceLine: "  text: SSO by [May] 日本")
    let missing = Diagnostic(
      rule: "missing-section", severity: .warning, path: "handoffs/acme.md",
      start: Position(line: 7, column: 1), end: Position(line: 9, column: 2), brief: nil, item: nil,
      message: "the summary has no section “Timeline”", help: "add the heading: ## Timeline",
      sourceLine: nil)
    let report = CheckReport(diagnostics: [missing, dropped], briefs: 2)
    #expect(
      report.rendered(as: format, isColored: false, tool: tool) == expected,
      sourceLocation: location)
  }
}

let tool = CheckReport.Tool(
  version: "0.1.0",
  rules: [.init(id: "dropped-exclusion", summary: "An exclusion stays.", help: "Withdraw it.")])

/// A finding at the start of a file, with whatever text a file may hold.
func finding(
  path: String = "a.md", columns: Range<Int> = 1..<2, message: String = "m", brief: String? = nil,
  item: String? = nil, sourceLine: String? = nil
) -> Diagnostic {
  Diagnostic(
    rule: "r", severity: .error, path: path, start: Position(line: 1, column: columns.lowerBound),
    end: Position(line: 1, column: columns.upperBound), brief: brief, item: item, message: message,
    help: message, sourceLine: sourceLine)
}
