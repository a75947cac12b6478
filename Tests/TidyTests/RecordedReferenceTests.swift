import Glibc
import TestSupport
import Testing

/// Whether the pages that the program writes about itself are those in the repository.
@Suite struct RecordedReferenceTests {
  @Test func `the reference of commands is current`() throws {
    try check("CommandLine", try ReferencePages.commandLine())
  }

  @Test func `the reference of rules is current`() throws {
    try check("Rules", ReferencePages.rules)
  }

  @Test func `the reference of front-matter is current`() throws {
    try check("FrontMatter", FrontMatterReference.page)
  }

  private func check(_ name: String, _ text: String) throws {
    let file = "\(SourceTree.catalog)/Reference/\(name).md"
    if getenv("HANDOFF_RECORD") != nil {
      try writeFile("\(SourceTree.top)/\(file)", Array(text.utf8))
      Issue.record("recorded \(file): run again without HANDOFF_RECORD")
      return
    }
    let isCurrent = readFile("\(SourceTree.top)/\(file)") == Array(text.utf8)
    #expect(
      isCurrent,
      "\(file) is stale: run HANDOFF_RECORD=1 swift test --filter RecordedReference")
  }
}
