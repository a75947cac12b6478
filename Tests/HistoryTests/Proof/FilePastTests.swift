import Git
import TestSupport
import Testing
import Workspace

@testable import History

/// The past of one file, told the same from wherever it is known where to look.
struct FilePastTests {
  @Test(arguments: UInt64(1)...20)
  func `a file's past is the same with an index as without, and as git counts it`(
    _ seed: UInt64
  ) throws {
    let indexed = try IndexedRepository(seed: seed)
    let repository = try indexed.git.open()
    let tip = indexed.ids[29]
    let index = try HistoryIndex(of: tip, in: repository.place)
    for path in ["evidence/one.md", "evidence/a/two.md", "evidence/a", "evidence/none.md"] {
      let bytes = Array(path.utf8)
      let past = try FilePast(
        of: bytes, upTo: tip, touchedBy: index.touched(evidence: bytes, from: tip), in: repository)
      let read = try FilePast(of: bytes, upTo: tip, touchedBy: nil, in: repository)
      #expect(past.changes.map(\.commit) == read.changes.map(\.commit))
      #expect(past.changes.map(\.entry) == read.changes.map(\.entry))
      #expect(past.cuts.isEmpty && read.cuts.isEmpty)
      for (option, counts) in [
        ("--no-merges", [past.ordinaryCount, read.ordinaryCount]),
        ("--merges", [past.mergeCount, read.mergeCount]),
      ] {
        let counted = try indexed.git.git(
          "rev-list", "--full-history", option, "--count", "\(tip)", "--", path)
        #expect(counts.map { "\($0)" } == [counted, counted], "\(path) \(option)")
      }
      let listed = try indexed.git.git("rev-list", "--full-history", "\(tip)", "--", path)
      #expect(past.changes.allSatisfy { listed.contains("\($0.commit)") })
    }
  }

  @Test func `what an index names and is not there any more is searched for, and told`() throws {
    let git = try TestRepository()
    let path = "evidence/call.md"
    let first = try git.commit("begin", [path: "one"])
    let second = try git.commit("change", [path: "two"])
    let tip = try git.commit("later", ["notes.txt": "x"])
    let repository = try git.open()
    let known = [tip, second, first]
    let name = "\(first)"
    _ = try run(
      "/bin/rm", ["-f", "\(git.path)/.git/objects/\(name.prefix(2))/\(name.dropFirst(2))"],
      in: "/")
    let past = try FilePast(
      of: Array(path.utf8), upTo: tip, touchedBy: known, in: repository)
    #expect(past.cuts.map(\.missing) == [first])
    #expect(past.changes.map(\.commit) == [second])
    #expect(past.changes.map(\.isCutShort) == [true])
  }
}
