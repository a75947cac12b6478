import Briefs
import Diagnostics
import Testing

@Suite struct SyntaxProblemTests {
  @Test(arguments: [
    ("<<<<<<< HEAD\ngoal: A\n=======\ngoal: B\n>>>>>>> theirs", "a merge was not finished"),
    ("goal: A\n\taccount: B", "a tab stands"),
    ("goal: @home", "a text cannot begin with this character"),
    ("goal: Close.\na stray line\naccount: B", "a line here is neither a field nor an entry"),
    ("goal: Support: day and night", "a colon stands where no field can begin"),
    ("goal: | Close.", "words stand behind | or >"),
    ("goal: \"Close.", "a quote begins before here"),
  ])
  func `what YAML cannot read is told in plain words`(text: String, message: String) throws {
    let brief = try #require(Brief(reading: SourceText("---\n\(text)\n---\n")))
    let told = brief.findings.filter { $0.rule == "invalid-front-matter" }.map(\.message)
    #expect(told.first?.hasPrefix(message) == true, "\(told)")
  }
}
