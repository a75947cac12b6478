import Git
import History
import TestSupport
import Testing
import Workspace

struct CommitHistoryTests {
  @Test func `parents come before children, through every parent of a merge`() throws {
    let repository = try TestRepository()
    let root = try repository.commit("root", ["a": "1"])
    try repository.git("switch", "-qc", "side")
    let side = try repository.commit("side", ["b": "1"])
    try repository.git("switch", "-q", "main")
    let main = try repository.commit("main", ["a": "2"])
    try repository.git("merge", "-q", "--no-edit", "side")
    let merge = try repository.id("HEAD")

    let history = try CommitHistory(of: [merge], in: repository.open())

    #expect(history.nodes.map(\.id).first == root)
    #expect(Set(history.nodes.map(\.id)) == [root, side, main, merge])
    #expect(history.nodes.last?.id == merge)
    #expect(history.nodes.last?.parents.map { history.nodes[$0].id } == [main, side])
    #expect(history.cuts.isEmpty)
  }

  @Test func `a shallow clone is cut where its history ends`() throws {
    let repository = try TestRepository()
    let first = try repository.commit("first", ["a": "1"])
    let second = try repository.commit("second", ["a": "2"])
    let clone = repository.beside("shallow")
    try repository.git("clone", "-q", "--depth", "1", "file://\(repository.path)", clone)

    let history = try CommitHistory(of: [second], in: repository.open(at: clone))

    #expect(history.nodes.map(\.id) == [second])
    #expect(history.cuts.map(\.commit) == [second])
    #expect(history.cuts.map(\.missing) == [first])
    #expect(history.cuts.map(\.isMissing) == [true])
  }

  @Test func `objects come in the order of the pack, and no others`() throws {
    let repository = try TestRepository()
    _ = try repository.commit("first", ["a": "1", "b": "2", "c": "3"])
    try repository.git("gc", "-q")
    let pack = try run(
      "/bin/sh", ["-c", "ls .git/objects/pack/*.idx"], in: repository.path)
    let listed = try repository.git(
      "verify-pack", "-v", pack.text.split(separator: "\n").map(String.init)[0])
    let packed = listed.split(separator: "\n").filter { $0.contains(" blob ") }
      .compactMap { ObjectID(hex: String($0.prefix(40))) }
    #expect(packed.count == 3)

    #expect(try repository.open().inStorageOrder(Set(packed.dropLast())) == packed.dropLast())
  }
}
