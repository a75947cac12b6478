import Briefs
import Diagnostics
import Git
import History
import TestSupport
import Testing

/// An index takes briefs apart and reads what they have in common once.
struct IndexedPartsTests {
  @Test(arguments: [
    "account: Borealis\n", "x-note: as it was\n", "# note\n\n", "promises: none\n",
    "promises:\n  - id: P1\n    text: train in Oslo\n", "goal: &a one\n",
    "goal: \"train\nto: two\"\n", "risks:\n  - id: P1\n    text: train in Bergen\n",
    "risks:\n- train in Bergen\n", "goal\n",
    "risks:\n  - id: R1\n    text: |\n      train\n\n  - in Bergen\n", "after: [acme-1, acme-2]\n",
    "handoff: other\n", "risks: [train in Bergen]\n", "account: &a Borealis\nx-other: *a\n",
  ])
  func `a brief is indexed as it reads as a whole, though its parts are known`(
    line: String
  ) throws {
    let git = try TestRepository()
    let common = "account: Acme\npromises:\n  - id: P1\n    text: train in Bonn\n"
    let parts = "---\n\(line)---\n"
    let text = "---\nhandoff: odd\n\(common)\(line)---\n\n## Sites\n\ntrain in Cork\n"
    try git.commit("known", ["handoffs/a.md": parts, "handoffs/b.md": "---\n\(common)---\n"])
    let tip = try git.commit("odd", ["handoffs/odd.md": text])
    let brief = try #require(Brief(reading: SourceText(text)))
    let index = try HistoryIndex(of: tip, in: git.open().place)
    for account in ["Acme", "Borealis"] {
      let isNamed = index.briefs(ofAccount: account, from: tip).contains("odd")
      #expect(isNamed == (brief.fields.string(.account) == account))
    }
    let found = index.search(words: ["train"], from: tip).filter { $0.brief == "odd" }
    let items = brief.items.filter { $0.searchText.contains("train") }
    #expect(
      Set(found.map(\.place))
        == Set(items.map { .item($0.list, id: $0.id) } + [.section(heading: "Sites")]))
    #expect(found.count == items.count + 1)
  }
}
