import Briefs
import Diagnostics
import Rules
import Testing

@Suite struct ChangeRulesTests {
  @Test(arguments: RuleCatalog.all.map { $0.documentation }.filter { $0.category == .change })
  func `every example shows its rule`(documentation: RuleDocumentation) throws {
    for example in documentation.accepts {
      #expect(try found(example, by: documentation.id).marked.isEmpty)
    }
    for example in documentation.rejects {
      let (marked, expected) = try found(example, by: documentation.id)
      #expect(marked == expected)
    }
  }

  @Test(arguments: [
    (
      "exclusions: []", "X1 “On-site training” is gone",
      "put it back as it was; `git diff HEAD -- 'a b/acme.md'` shows it; "
        + "to retire it, first put it back, then `handoff withdraw acme/X1 --reason \"…\"`"
    ),
    (
      "exclusions:\n- id: X1\n  text: tbd", "X1 “On-site training” has no words left",
      "write its words back; "
        + "to retire it, first put it back, then `handoff withdraw acme/X1 --reason \"…\"`"
    ),
    (
      "exclusions:\n- id: X7\n  text: On-site training",
      "X1 “On-site training” is gone; its words stand under the new id X7",
      "keep the id X1 for these words, instead of X7"
    ),
    (
      "exclusions:\n- On-site training", "X1 “On-site training” has lost its id",
      "give it its id again: `id: X1`"
    ),
    (
      "sensitivities:\n- id: X1\n  text: On-site training",
      "X1 “On-site training” is gone from `exclusions`; "
        + "it seems to stand under `sensitivities` now",
      "put it back under `exclusions` with its id X1"
    ),
    (
      "exclusions: \"", "X1 “On-site training” cannot be read any more",
      "mend the file, or bring its last version back: "
        + "`git restore --source=HEAD --staged --worktree -- 'a b/acme.md'`"
    ),
  ])
  func `a lost exclusion is named with the next step`(
    now: String, message: String, help: String
  ) throws {
    let before = try brief("exclusions:\n- id: X1\n  text: On-site training")
    let findings = DroppedExclusion().check(try subject(now, previous: [before]))
    #expect(findings.map(\.message) == [message])
    #expect(findings.map(\.help) == [help])
  }

  @Test func `a merge keeps the items of every parent, and names each loss once`() throws {
    let ours = try brief("exclusions:\n- id: X1\n  text: A\n- id: X2\n  text: B")
    let theirs = try brief("exclusions:\n- id: X1\n  text: A\n- id: X3\n  text: C")
    let merge = try subject("exclusions:\n- id: X2\n  text: B", previous: [ours, theirs])
    #expect(DroppedExclusion().check(merge).map(\.item) == ["X1", "X3"])
  }

  @Test func `a removed approval is named by who gave it`() throws {
    let before = try brief(
      "approvals:\n- role: sales\n  by: dana@n.example\n  at: 2026-07-20T10:00:00Z\n  covers: a")
    #expect(
      DroppedRecord().check(try subject("approvals: []", previous: [before])).map(\.message)
        == ["the approval as sales by dana@n.example of 2026-07-20T10:00:00Z is gone"])
  }

  @Test(arguments: [
    ("status: draft", [] as [String], true), ("status: review", [], false),
    ("status: review", ["acme"], true),
    ("status: draft\nrisks:\n- id: R1\n  text: A", [], false),
    ("status: draft\nquestions:\n- id: Q1\n  text: A", [], false),
    ("status: draft\nstakeholders:\n- id: S1\n  name: A", [], true),
  ])
  func `a brief goes when it is retired or says nothing yet`(
    before: String, retired: [String], mayGo: Bool
  ) throws {
    let gone = Subject(
      brief: .gone, path: "a b/acme.md",
      previous: [try brief(before)], isGone: true,
      policy: Policy(
        source: SourceText(""),
        retired: retired.map { Policy.Retirement(id: $0, reason: "", by: "", on: nil) }),
      day: try #require(CalendarDate("2026-08-01")))
    #expect(DroppedBrief().check(gone).isEmpty == mayGo)
    let losesRisk = !mayGo && before.contains("R1")
    #expect(DroppedRisk().check(gone).isEmpty != losesRisk)
  }

  private func found(
    _ example: RuleExample, by rule: String
  ) throws -> (marked: [String], expected: [String]) {
    let text = example.text.replacing("⟪", with: "").replacing("⟫", with: "")
    let previous = try example.before.map { [try brief($0)] } ?? []
    let subject = try subject(text, previous: previous)
    let type = try #require(RuleCatalog.all.first { $0.documentation.id == rule })
    return (
      type.init().check(subject).map { subject.brief.source[$0.span] },
      example.text.split(separator: "⟪", omittingEmptySubsequences: false).dropFirst().map {
        String($0.prefix { $0 != "⟫" })
      }
    )
  }

  private func subject(_ frontMatter: String, previous: [Brief]) throws -> Subject {
    Subject(
      brief: try brief(frontMatter), path: "a b/acme.md", previous: previous,
      policy: Policy(source: SourceText("")), day: try #require(CalendarDate("2026-08-01")))
  }

  private func brief(_ frontMatter: String) throws -> Brief {
    let id = frontMatter.contains("handoff:") ? "" : "handoff: acme\n"
    return try #require(Brief(reading: SourceText("---\n" + id + frontMatter + "\n---\n")))
  }
}
