import TestSupport
import Testing

/// Anybody can type an author, so an audit names the committer as well.
@Suite struct AuditedPeopleTests {
  @Test(arguments: ["text", "json", "github", "sarif", "markdown", "concise"])
  func `somebody else who committed it is named with the author`(format: String) throws {
    let gated = try GatedRepository()
    gated.repository.variables["GIT_AUTHOR_NAME"] = "Lee Legal"
    gated.repository.variables["GIT_AUTHOR_EMAIL"] = "lee@northwind.example"
    gated.repository.variables["GIT_COMMITTER_NAME"] = "Rae Ops"
    gated.repository.variables["GIT_COMMITTER_EMAIL"] = "rae@northwind.example"
    try gated.remove(AcmeBrief.exclusion)
    try gated.commitUnseen()
    let text = try gated.repository.handoff("audit", "--format", format).text
    #expect(text.contains("Lee Legal") && text.contains("Rae Ops"), "\(text)")
    if format == "text" {
      #expect(
        text.contains(
          "Lee Legal <lee@northwind.example>, 2026-07-01 (committed by Rae Ops "
            + "<rae@northwind.example>)"), "\(text)")
    }
    if format == "json" {
      #expect(text.contains(#""committer":"Rae Ops <rae@northwind.example>""#), "\(text)")
    }
  }

  @Test func `nobody is named twice`() throws {
    let gated = try GatedRepository()
    try gated.remove(AcmeBrief.exclusion)
    try gated.commitUnseen()
    let text = try gated.repository.handoff("audit").text
    #expect(!text.contains("committed"), "\(text)")
  }
}
