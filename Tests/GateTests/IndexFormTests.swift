import Git
import TestSupport
import Testing

/// What git is about to commit is judged, however it was staged, and never the work tree.
@Suite struct IndexFormTests {
  @Test(arguments: [
    ["commit", "-q", "-m", "x", "-a"],
    ["commit", "-q", "-m", "x", GatedRepository.brief],
    ["commit", "-q", "-m", "x", "-o", GatedRepository.brief],
    ["commit", "-q", "-m", "x", "-i", GatedRepository.brief],
  ])
  func `a drop that the command itself stages is refused`(arguments: [String]) throws {
    let gated = try GatedRepository()
    try gated.remove(AcmeBrief.exclusion)
    let (status, words) = try gated.attempt(arguments)
    #expect(status != 0)
    #expect(words.contains("X1"), "\(words)")
  }

  @Test func `a staged drop is refused though the file is whole again`() throws {
    let gated = try GatedRepository()
    try gated.remove(AcmeBrief.exclusion)
    try gated.repository.git("add", "-A")
    try gated.repository.write(GatedRepository.brief, AcmeBrief.text)
    #expect(try gated.attempt(["commit", "-q", "-m", "x"]).status != 0)
  }

  @Test func `a drop that is not staged stops nothing`() throws {
    let gated = try GatedRepository()
    try gated.replace("three days", with: "two days")
    try gated.repository.git("add", "-A")
    try gated.remove(AcmeBrief.exclusion)
    #expect(try gated.attempt(["commit", "-q", "-m", "x"]).status == 0)
  }

  @Test func `another index is judged where git names one`() throws {
    let gated = try GatedRepository()
    let index = ["GIT_INDEX_FILE": gated.repository.path + "/.git/other-index"]
    try gated.repository.git("read-tree", "HEAD", setting: index)
    try gated.remove(AcmeBrief.exclusion)
    try gated.repository.git("add", "-A", setting: index)
    let refused = try gated.repository.attempt(["commit", "-q", "-m", "x"], setting: index)
    #expect(refused.status != 0)
    #expect(refused.errorText.contains("X1"))
  }

  @Test func `a brief that is only announced is not judged`() throws {
    let gated = try GatedRepository()
    try gated.repository.write("handoffs/beta/beta.md", "---\nhandoff: [\n---\n")
    try gated.repository.git("add", "-N", "handoffs/beta/beta.md")
    try gated.repository.write("notes.txt", "x\n")
    try gated.repository.git("add", "notes.txt")
    #expect(try gated.attempt(["commit", "-q", "-m", "x"]).status == 0)
  }

  @Test func `a linked work tree has the same gate`() throws {
    let gated = try GatedRepository()
    let linked = gated.repository.beside("linked")
    try gated.repository.git("worktree", "add", "-q", "-b", "topic", linked)
    try writeFile(
      linked + "/" + GatedRepository.brief,
      Array(try AcmeBrief.text.replacingOnce(AcmeBrief.exclusion, with: "").utf8))
    let output = try gated.repository.attempt(["commit", "-qam", "x"], in: linked)
    #expect(output.status != 0)
    #expect(output.errorText.contains("X1"))
  }

  @Test func `the folder of git may lie elsewhere`() throws {
    let gated = try GatedRepository()
    try gated.remove(AcmeBrief.exclusion)
    let output = try gated.repository.attempt(
      [
        "--git-dir", gated.repository.path + "/.git", "--work-tree", gated.repository.path,
        "commit", "-qam", "x",
      ], in: "/")
    #expect(output.status != 0)
    #expect(output.errorText.contains("X1"))
  }

  @Test(arguments: ["--no-sparse-index", "--sparse-index"])
  func `a sparse checkout loses nothing`(form: String) throws {
    let gated = try GatedRepository()
    try gated.repository.write("elsewhere/note.txt", "x\n")
    #expect(try gated.commit().status == 0)
    try gated.repository.git("sparse-checkout", "set", form, "elsewhere")
    try gated.repository.write("elsewhere/note.txt", "y\n")
    let (status, words) = try gated.attempt(["commit", "-qam", "x"])
    #expect(status == 0, "\(words)")
  }

  @Test func `a split index is judged as any other`() throws {
    let gated = try GatedRepository()
    try gated.repository.git("update-index", "--split-index")
    try gated.remove(AcmeBrief.exclusion)
    #expect(try gated.commit().status != 0)
  }

  @Test func `a file marked as unchanged is judged as it is staged`() throws {
    let gated = try GatedRepository()
    try gated.repository.git("update-index", "--assume-unchanged", GatedRepository.brief)
    try gated.remove(AcmeBrief.exclusion)
    try gated.repository.write("notes.txt", "x\n")
    try gated.repository.git("add", "notes.txt")
    #expect(try gated.attempt(["commit", "-q", "-m", "x"]).status == 0)
    #expect(try gated.repository.git("show", "HEAD:" + GatedRepository.brief).contains("X1"))
  }

  @Test func `the first commit of a repository is judged`() throws {
    let gated = try GatedRepository()
    try gated.repository.git("checkout", "-q", "--orphan", "fresh")
    try gated.replace("account: Acme", with: "account: \"Acme")
    #expect(try gated.commit().status != 0)
    try gated.repository.write(GatedRepository.brief, AcmeBrief.text)
    let (status, words) = try gated.commit()
    #expect(status == 0, "\(words)")
  }

  @Test func `an amend is compared with the commit that it replaces`() throws {
    let gated = try GatedRepository()
    try gated.replace(
      AcmeBrief.exclusion, with: AcmeBrief.exclusion + "  - id: X3\n    text: Travel.\n")
    #expect(try gated.commit().status == 0)
    try gated.remove("  - id: X3\n    text: Travel.\n")
    let (status, words) = try gated.commit("--amend", "--no-edit")
    #expect(status != 0)
    #expect(words.contains("X3"), "\(words)")
  }

  @Test(arguments: ["a\tb.md", "a\"b.md", "-x.md", ":(glob)x.md", "ä ö.md", "a\\b.md", "*.md"])
  func `a brief under an odd name is judged`(name: String) throws {
    let gated = try GatedRepository()
    try gated.repository.write("handoffs/odd/" + name, "---\nhandoff: odd\n---\n")
    let (status, words) = try gated.commit()
    #expect(status != 0)
    #expect(words.contains("[misnamed-brief]"), "\(words)")
    #expect(!words.unicodeScalars.contains { $0 == "\t" })
  }

  @Test func `two names that differ only in capitals are refused`() throws {
    let gated = try GatedRepository()
    try gated.repository.write(
      "handoffs/acme/ACME-onboarding.md",
      try AcmeBrief.text.replacingOnce("acme-onb", with: "other-onb"))
    let (status, words) = try gated.commit()
    #expect(status != 0)
    #expect(words.contains("capital letters"), "\(words)")
  }

  @Test func `a copy of a brief is refused`() throws {
    let gated = try GatedRepository()
    try gated.repository.write("handoffs/copy/acme-onboarding.md", AcmeBrief.text)
    let (status, words) = try gated.commit()
    #expect(status != 0)
    #expect(words.contains("[duplicate-brief]"), "\(words)")
  }

  @Test(arguments: [
    "*.md filter=lfs", "handoffs/** ident", "*.md working-tree-encoding=ISO-8859-1",
  ])
  func `an attribute that rewrites briefs is refused`(line: String) throws {
    let gated = try GatedRepository()
    try gated.repository.write(".gitattributes", line + "\n")
    try gated.replace("three days", with: "two days")
    let (status, words) = try gated.commit()
    #expect(status != 0)
    #expect(words.contains("[unreadable-brief]"), "\(words)")
  }

  @Test func `evidence is neither changed nor removed`() throws {
    let gated = try GatedRepository()
    try gated.repository.write("evidence/acme/call.txt", "We promised nothing.\n")
    var (status, words) = try gated.commit()
    #expect(status != 0)
    #expect(words.contains("[changed-evidence]"), "\(words)")
    try gated.repository.git("rm", "-qf", "evidence/acme/call.txt")
    (status, words) = try gated.commit()
    #expect(status != 0)
    #expect(words.contains("[changed-evidence]"), "\(words)")
  }
}
