import Git
import TestSupport
import Testing

struct TreeTests {
  @Test func `only what differs is visited, in path order`() throws {
    let test = try TestRepository()
    let first = try test.commit(
      "one",
      [
        "a/b/one.md": "1\n", "a/b/two.md": "2\n", "a.md": "A\n", "same/x.md": "X\n", "turn": "f\n",
        "z.md": "Z\n",
      ])
    try test.git("rm", "-q", "turn", "a/b/two.md", "z.md")
    try test.git("update-index", "--add", "--cacheinfo", "160000,\(first),z.md")
    try test.write("a.md", "B\n")
    try test.write("turn/inside.md", "I\n")
    try test.write("a/b/three.md", "3\n")
    try test.git("add", "a.md", "turn", "a/b/three.md")
    try test.git("commit", "-q", "-m", "two")
    let repository = try test.open()
    let changes = try self.changes(
      repository, from: test.id("\(first)^{tree}"), to: test.id("HEAD^{tree}"))
    #expect(
      changes.map(summary) == [
        "M a.md", "A a/b/three.md", "D a/b/two.md", "D turn", "A turn/inside.md", "M z.md",
      ])
    #expect(changes.last?.new?.mode == .submodule)
    let born = try self.changes(repository, from: nil, to: test.id("\(first)^{tree}"))
    #expect(born.map(summary).allSatisfy { $0.hasPrefix("A ") })
    #expect(born.count == 6)
    #expect(try self.changes(repository, from: nil, to: nil).isEmpty)
  }

  @Test func `files are listed below a directory, entries found by their path`() throws {
    let test = try TestRepository()
    try test.commit("one", ["a/b/one.md": "1\n", "a/b-c.md": "2\n", "top.md": "T\n"])
    let tree = try test.id("HEAD^{tree}")
    let repository = try test.open()
    func paths(_ directory: String) throws -> [String] {
      try repository.files(inTree: tree, under: Array(directory.utf8)).map { text($0.path) }
    }
    #expect(try paths("") == ["a/b-c.md", "a/b/one.md", "top.md"])
    #expect(try paths("a/b") == ["a/b/one.md"])
    #expect(try paths("top.md") == [])
    #expect(try paths("missing/x") == [])
    let entry = try #require(try repository.entry(at: Array("a/b/one.md".utf8), inTree: tree))
    #expect(entry.mode == .regular)
    #expect(try repository.blob(entry.id, atMost: 2) == Array("1\n".utf8))
    #expect(try repository.entry(at: Array("top.md/x".utf8), inTree: tree) == nil)
    #expect(try repository.entry(at: Array("a".utf8), inTree: tree)?.mode == .tree)
    #expect(try repository.entries(ofTree: tree).map { text($0.name) } == ["a", "top.md"])
  }

  @Test func `a blob over the limit is not read`() throws {
    let test = try TestRepository()
    try test.commit("one", ["a.md": "12345"])
    let repository = try test.open()
    let blob = try test.id("HEAD:a.md")
    #expect(try repository.size(of: blob) == 5)
    let error = #expect(throws: GitError.self) { try repository.blob(blob, atMost: 4) }
    #expect(error?.code == .tooLarge)
    let tree = try test.id("HEAD^{tree}")
    #expect(throws: GitError.self) { try repository.blob(tree, atMost: 4) }
  }

  @Test func `names that are not UTF-8 stay what they are`() throws {
    let test = try TestRepository()
    let blob = try test.git("hash-object", "-w", "--stdin", input: [])
    let names: [[UInt8]] = [
      [0x61, 0xE9], [0x61, 0xFF], Array("e\u{301}".utf8), Array("\u{e9}".utf8),
    ]
    let lines: [UInt8] = names.flatMap { Array("100644 blob \(blob)\t".utf8) + $0 + [0] }
    let hex = try test.git("mktree", "-z", input: lines)
    let tree = try #require(ObjectID(hex: hex))
    #expect(Set(try test.open().files(inTree: tree).map(\.path)) == Set(names))
  }

  @Test func `the walk agrees with git on random trees`() throws {
    let test = try TestRepository()
    var generator = SeededGenerator(seed: 11)
    var trees: [ObjectID] = []
    let names = ["a", "a-b", "a.b", "a0", "b", "b/c", "a/b", "a/b/c", "a/bc", "c/d/e"]
    for _ in 0..<12 {
      try test.git("read-tree", "--empty")
      for name in names.shuffled(using: &generator).prefix(5) {
        let content = Array("\(Int.random(in: 0...1, using: &generator))".utf8)
        let blob = try test.git("hash-object", "-w", "--stdin", input: content)
        // With --replace, a file gives way to a directory of its name and the reverse.
        try test.git("update-index", "--add", "--replace", "--cacheinfo", "100644,\(blob),\(name)")
      }
      trees.append(try #require(ObjectID(hex: try test.git("write-tree"))))
    }
    let repository = try test.open()
    for old in trees {
      let new = try #require(trees.randomElement(using: &generator))
      let theirs = try test.git("diff-tree", "-r", "--name-status", "\(old)", "\(new)")
      let ours = try changes(repository, from: old, to: new).map(summary)
      #expect(ours == theirs.split(separator: "\n").map { String($0.replacing("\t", with: " ")) })
    }
  }

  private func changes(_ repository: Repository, from old: ObjectID?, to new: ObjectID?) throws
    -> [TreeChange]
  {
    var changes: [TreeChange] = []
    try repository.changes(from: old, to: new) { changes.append($0) }
    return changes
  }

  private func summary(_ change: TreeChange) -> String {
    let kind = change.old == nil ? "A" : change.new == nil ? "D" : "M"
    return "\(kind) \(text(change.path))"
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
