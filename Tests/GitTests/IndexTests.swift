import Git
import TestSupport
import Testing

struct IndexTests {
  @Test func `the index's tree is what git would commit`() throws {
    let test = try TestRepository()
    try test.commit("one", ["a.md": "A\n"])
    try test.write("a.md", "B\n")
    let repository = try test.open()
    #expect(try repository.writeTree() == test.id("HEAD^{tree}"))
    try test.git("add", "a.md")
    #expect(try repository.writeTree().description == test.git("write-tree"))
  }

  @Test func `an entry added with intent only is not in the tree`() throws {
    let test = try TestRepository()
    try test.commit("one", ["a.md": "A\n"])
    try test.write("later.md", "L\n")
    try test.git("add", "-N", "later.md")
    #expect(try test.open().writeTree() == test.id("HEAD^{tree}"))
  }

  @Test func `another index is read where git names one`() throws {
    let test = try TestRepository()
    try test.commit("one", ["a.md": "A\n"])
    let index = test.beside("index")
    try test.git("read-tree", "--empty", setting: ["GIT_INDEX_FILE": index])
    let repository = try test.open(["GIT_INDEX_FILE": index])
    #expect(
      try repository.writeTree().description == "4b825dc642cb6eb9a060e54bf8d69288fbee4904")
  }

  @Test(arguments: ["split", "sparse"])
  func `a split or sparse index has the same tree`(form: String) throws {
    let test = try TestRepository()
    try test.commit("one", ["in/a.md": "A\n", "out/b.md": "B\n", "out/c.md": "C\n"])
    if form == "split" {
      try test.git("update-index", "--split-index")
    } else {
      try test.git("sparse-checkout", "set", "--cone", "--sparse-index", "in")
    }
    try test.write("in/a.md", "changed\n")
    try test.git("add", "in/a.md")
    let repository = try test.open()
    let tree = try repository.writeTree()
    var changed: [[UInt8]] = []
    try repository.changes(from: test.id("HEAD^{tree}"), to: tree) { changed.append($0.path) }
    #expect(changed == [Array("in/a.md".utf8)])
  }

  @Test func `unmerged paths are an error in git's words`() throws {
    let test = try TestRepository()
    try test.commit("one", ["a.md": "A\n"])
    try test.git("checkout", "-q", "-b", "side")
    try test.commit("two", ["a.md": "B\n"])
    try test.git("checkout", "-q", "main")
    try test.commit("three", ["a.md": "C\n"])
    _ = try test.attempt(["merge", "side"])
    let error = #expect(throws: GitError.self) { try test.open().writeTree() }
    #expect(error?.code == .commandFailed)
    #expect(error?.message.contains("a.md: unmerged") == true)
  }
}
