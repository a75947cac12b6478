import Git
import TestSupport
import Testing

struct GitErrorTests {
  @Test func `errors say what was tried, on what, and why it failed`() throws {
    let test = try TestRepository()
    let commit = try test.commit("add brief", ["a.md": "A\n"])
    let repository = try test.open()
    let missing = try Repository.hash(Array("missing".utf8))
    var words: [String] = []
    func note(_ body: () throws -> Void) {
      do { try body() } catch { words.append("\(error)\n") }
    }
    note { _ = try ObjectID.read("main") }
    note { _ = try ObjectID.read(String(repeating: "1f", count: 32)) }
    note { _ = try repository.commit(missing) }
    note { _ = try repository.blob(commit, atMost: 1) }
    note { _ = try repository.blob(test.id("HEAD:a.md"), atMost: 1) }
    note { _ = try repository.files(inTree: commit) }
    note { _ = try repository.resolve("nowhere") }
    note { _ = try repository.resolve("HEAD^{tree}") }
    note { _ = try test.open(["GIT_COMMON_DIR": "/else"]) }
    expectSnapshot(words.joined().replacing(test.path, with: "REPOSITORY"))
  }
}
