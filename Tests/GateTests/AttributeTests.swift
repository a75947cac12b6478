import Git
import TestSupport
import Testing

/// Attributes by which people would see other words than those committed.
@Suite struct AttributeTests {
  @Test(arguments: [
    "*.md filter=x", "*.md ident", "\u{FEFF}*.md ident", "*.md working-tree-encoding=ISO-8859-1",
    "[attr]mine filter=x\n*.md mine", "*.md outer\n[attr]outer inner\n[attr]inner ident",
    "\"handoffs/acme/*.md\" filter=x", "\"*.\\155d\" ident", "*.\\md ident",
    "*.[[:alpha:]]d ident", "*.[x[:lower:]]d ident", "acme[^[:digit:]]onboarding.md filter=lfs",
  ])
  func `attributes that rewrite a brief are refused, also in a commit of their own`(
    _ line: String
  ) throws {
    let gated = try GatedRepository()
    try gated.repository.git("config", "filter.x.clean", "cat")
    try gated.repository.write(".gitattributes", line + "\n")
    for flag in ["--verify", "--no-verify"] {
      let (status, words) = try gated.commit(flag)
      #expect(status != 0)
      #expect(words.contains("[unreadable-brief]"), "\(words)")
    }
  }

  @Test(arguments: [
    "*.png filter=lfs", "my[[:space:]]deck.md filter=lfs", "\"my deck.md\" filter=lfs",
    "*.md text eol=lf", "[attr]mine filter=x", "*.md -filter", "handoffs/ ident",
    "*.md[ ident", "# *.md ident", "handoffs/*.md ident",
  ])
  func `other attributes are not`(_ line: String) throws {
    let gated = try GatedRepository()
    try gated.repository.write(".gitattributes", line + "\n")
    let (status, words) = try gated.commit()
    #expect(status == 0, "\(words)")
  }
}
