import Git
import History
import TestSupport
import Testing

/// Objects that are not what their ids say, or that are gone: the index believes none of them, and
/// what it said then it does not say for ever.
struct DamagedObjectsTests {
  private let repository: TestRepository

  init() throws {
    repository = try TestRepository()
    for situation in ["weekly", "zebra", "monthly"] {
      let text = ModelHistory.Content(id: ModelHistory.ids[0], situation: situation).text
      try repository.commit(situation, ["handoffs/a.md": text])
    }
  }

  @Test(arguments: ["HEAD~1:handoffs/a.md", "HEAD~1^{tree}", "HEAD~1"])
  func `an object with the content of another one is named, and forgotten once it is mended`(
    revision: String
  ) throws {
    let other = revision.replacing("HEAD~1", with: "HEAD~2")
    let file = try file(of: revision)
    let sound = try #require(readFile(file))
    try replace(file, with: #require(readFile(try self.file(of: other))))
    let damaged = try repository.handoff("search", "zebra")
    #expect(damaged.status == 2)
    #expect(damaged.errorText.contains("object hash mismatch"))
    try replace(file, with: sound)
    let mended = try repository.handoff("search", "zebra")
    #expect(mended.status == 0)
    #expect(mended.text.contains("zebra"))
  }

  @Test func `a large file in place of a brief is compared with its id as well`() throws {
    let large = try repository.git(
      "hash-object", "-w", "--stdin", input: [UInt8](repeating: 0x61, count: 2 << 20))
    let file = try file(of: "HEAD~1:handoffs/a.md")
    let sound = try #require(readFile(file))
    try replace(file, with: #require(readFile(try self.file(of: large))))
    #expect(try repository.handoff("search", "zebra").status == 2)
    try replace(file, with: sound)
    #expect(try repository.handoff("search", "zebra").status == 0)
  }

  @Test(arguments: ["HEAD~1:handoffs/a.md", "HEAD~1"])
  func `what an index was built from and is gone makes it as incomplete as none`(
    revision: String
  ) throws {
    #expect(try repository.handoff("search", "monthly").status == 0)
    _ = try run("/bin/rm", ["-f", file(of: revision)], in: "/")
    let warm = try repository.handoff("search", "monthly")
    #expect(warm.status == 2)
    _ = try run("/bin/rm", ["-rf", repository.path + "/.git/handoff"], in: "/")
    let cold = try repository.handoff("search", "monthly")
    #expect(warm.text == cold.text)
    #expect(warm.errorText == cold.errorText)
    #expect(try repository.handoff("search", "monthly").text == cold.text)
  }

  private func file(of revision: String) throws -> String {
    let id = try repository.id(revision).description
    return "\(repository.path)/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
  }

  private func replace(_ file: String, with bytes: [UInt8]) throws {
    _ = try run("/bin/rm", ["-f", file], in: "/")
    try writeFile(file, bytes)
  }
}
