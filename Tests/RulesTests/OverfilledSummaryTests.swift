import Briefs
import Diagnostics
import Rules
import Testing

@Suite struct OverfilledSummaryTests {
  @Test(arguments: [">", "[", "<?", "- ", "![[]()"])
  func `a summary that would keep a parser busy is a finding`(marker: String) throws {
    let body = String(repeating: marker, count: 100_000)
    let text = Scaffold.brief + "\n" + body + "\n"
    let subject = Subject(
      brief: try RuleCase.brief(Array(text.utf8)), path: "handoffs/acme/acme-onboarding.md",
      policy: RuleCase.policy, day: RuleCase.day)
    let told = Judge.diagnostics(for: subject)
    #expect(told.map(\.rule) == ["unreadable-brief"])
    #expect(told.map(\.severity) == [.error])
    #expect(told.map(\.start.line) == [82])
  }
}
