import Git
import TestSupport
import Testing

struct CommitTests {
  @Test func `a commit is read as git wrote it`() throws {
    let test = try TestRepository()
    let first = try test.commit("add brief", ["a.md": "A\n"])
    try test.git("config", "user.name", "x")
    let second = try test.commit("reword promise\n\nAs agreed.", ["a.md": "B\n"])
    let commit = try test.open().commit(second)
    #expect(commit.parents == [first])
    #expect(commit.tree.description == (try test.git("rev-parse", "HEAD^{tree}")))
    #expect(
      commit.author
        == Signature(
          name: "Dana Lee", email: "dana@northwind.example", seconds: 1_782_896_520,
          offsetMinutes: 0))
    #expect(commit.message == Array("reword promise\n\nAs agreed.\n".utf8))
  }

  struct Malformed: Sendable, CustomTestStringConvertible {
    let text: String
    let reason: String
    var testDescription: String { "\(reason): \(text.debugDescription)" }
  }

  private static let tree = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n"
  private static let parent = "parent 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n"
  private static let author = "author Dana <dana@northwind.example> 1 +0000\n"
  private static let committer = "committer Dana <dana@northwind.example> 1 +0000\n"

  private static func author(_ value: String) -> Malformed {
    Malformed(text: tree + "author \(value)\n" + committer + "\nm\n", reason: badAuthor)
  }
  private static let badAuthor = "the commit's author is not a name, an address and a time"

  @Test(arguments: [
    Malformed(text: "", reason: "the commit does not begin with its tree"),
    Malformed(text: author + committer, reason: "the commit does not begin with its tree"),
    Malformed(text: "tree 4b82\n" + author, reason: "the commit does not begin with its tree"),
    Malformed(text: tree + "parent 12\n" + author, reason: "a parent of the commit is not an id"),
    Malformed(text: tree + parent, reason: "the commit names no author"),
    Malformed(text: tree + committer, reason: "the commit names no author"),
    Malformed(text: tree + author + "\nm\n", reason: "the commit names no committer"),
    Malformed(
      text: tree + author + author + committer, reason: "the commit names no committer"),
    Malformed(
      text: tree + author + committer + parent,
      reason: "the commit repeats a header line, or has one out of place"),
    Malformed(
      text: tree + author + committer + author,
      reason: "the commit repeats a header line, or has one out of place"),
    Malformed(
      text: tree + author + committer + "\nok\0Approved-by: x\n",
      reason: "the commit holds a NUL byte"),
    Malformed(
      text: tree + author + "committer Dana <d> x +0000\n\nm\n",
      reason: "the commit's committer is not a name, an address and a time"),
    author(""), author("Dana"), author("Dana <d>"), author("Dana <d> 1"), author("Dana d> 1 +0000"),
    author("Dana <d 1 +0000"), author("Dana <<d> 1 +0000"), author("Dana <d> 01 +0000"),
    author("Dana <d> -1 +0000"), author("Dana <d> 1 0000"), author("Dana <d> 1 +00000"),
    author("Dana <d> 18446744073709551616 +0000"), author("Dana<d> 1 +0000"),
    author("Dana <d>1 +0000"),
  ])
  func `a malformed commit is an error that says what is wrong`(commit: Malformed) throws {
    let test = try TestRepository()
    let hex = try test.git(
      "hash-object", "-t", "commit", "--literally", "-w", "--stdin", input: Array(commit.text.utf8))
    let id = try #require(ObjectID(hex: hex))
    let error = #expect(throws: GitError.self) { try test.open().commit(id) }
    #expect(error?.code == .malformedObject)
    #expect(error?.message == commit.reason)
  }

  @Test func `a walk goes on through a commit whose author cannot be read`() throws {
    let test = try TestRepository()
    let first = try test.commit("add brief", ["a.md": "A\n"])
    let text = Self.tree + "parent \(first)\n" + "author nobody\n\nm\n"
    let hex = try test.git(
      "hash-object", "-t", "commit", "--literally", "-w", "--stdin", input: Array(text.utf8))
    let odd = try #require(ObjectID(hex: hex))
    let repository = try test.open()
    #expect(try repository.resolve(hex) == odd)
    #expect(try repository.commits(reachableFrom: [odd]) == [odd, first])
  }

  @Test func `random damage to a commit is an error or another commit, never a crash`() throws {
    let text = Self.tree + Self.parent + Self.author + Self.committer + "\nadd brief\n"
    let id = try Repository.hash([])
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let position = Int.random(in: bytes.indices, using: &generator)
        bytes[position] = UInt8.random(in: 0...255, using: &generator)
      }
      bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator) / 4)
      do {
        _ = try Commit(id: id, parsing: bytes)
      } catch {
        #expect(error.code == .malformedObject)
      }
    }
  }
}
