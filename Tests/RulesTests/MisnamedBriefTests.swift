import Briefs
import Diagnostics
import Rules
import Testing

@Suite struct MisnamedBriefTests {
  @Test(
    arguments: [
      (nil, "name the file tide-2.md, or write `handoff: tide`"),
      ("tide-2", "name the file tide-2.md: a brief keeps its id"),
      ("tide", "write `handoff: tide`: a brief keeps its id"),
      ("ebb", "write `handoff: ebb` and name the file ebb.md: a brief keeps its id"),
    ] as [(String?, String)])
  func `the way out keeps the id that the brief had`(before: String?, help: String) throws {
    let previous = try before.map { [try RuleCase.brief(Array("---\nhandoff: \($0)\n---\n".utf8))] }
    let subject = Subject(
      brief: try RuleCase.brief(Array("---\nhandoff: tide-2\n---\n".utf8)),
      path: "handoffs/tide.md", previous: previous ?? [], policy: RuleCase.policy,
      day: RuleCase.day)
    #expect(MisnamedBrief().check(subject).map(\.help) == [help])
  }
}
