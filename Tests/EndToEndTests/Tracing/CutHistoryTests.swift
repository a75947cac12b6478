import Git
import TestSupport
import Testing
import Workspace

/// A history that cannot be read to its beginning says so.
struct CutHistoryTests {
  @Test func `a shallow clone's first commit is not taken for the beginning`() throws {
    let repository = try TracedRepository()
    let before = try repository.commit("two", goal: "two")
    let oldest = try repository.commit("three", goal: "three")
    try repository.commit("four", goal: "four")
    let clone = repository.git.beside("clone")
    try repository.git.git(
      "clone", "-q", "--depth", "2", "file://\(repository.git.path)", clone)
    var trace = try repository.open(clone)
    #expect(try trace.next()?.isCutShort == false)
    let last = try #require(try trace.next())
    #expect(last.isCutShort && last.commit.id == oldest && last.previous.isEmpty)
    #expect(try trace.next() == nil)
    #expect(trace.cuts.map(\.commit) == [oldest] && trace.cuts.map(\.missing) == [before])
    #expect(!trace.cuts.isEmpty && trace.cuts.allSatisfy(\.isMissing))
  }

  @Test func `a damaged folder of a parent is named`() throws {
    let repository = try TracedRepository()
    try repository.commit("two", goal: "two")
    let tree = try repository.git.id("HEAD~1:handoffs/acme").description
    let file = "/.git/objects/\(tree.prefix(2))/\(tree.dropFirst(2))"
    _ = try run(
      "rm", ["-f", repository.git.path + file], in: "/", environment: repository.git.variables)
    var trace = try repository.open(repository.git.path)
    #expect(try trace.next()?.isCutShort == true)
    #expect(try trace.next() == nil)
    #expect(trace.cuts.map(\.missing) == [try repository.git.id("HEAD~1")])
  }
}

extension TracedRepository {
  fileprivate func open(_ path: String) throws -> BriefTrace {
    let opened = try git.open(at: path)
    return try BriefTrace(
      of: Self.id, from: [try opened.resolve("HEAD")], in: opened, BlobStore(repository: opened))
  }
}
