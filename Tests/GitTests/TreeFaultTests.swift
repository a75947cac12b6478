import Git
import TestSupport
import Testing

struct TreeFaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let entries: [(mode: String, name: String)]
    let fault: TreeFault
    var testDescription: String { "\(entries.map { "\($0.mode) \($0.name)" })" }

    init(_ entries: (String, String)..., fault: TreeFault) {
      self.entries = entries.map { (mode: $0.0, name: $0.1) }
      self.fault = fault
    }
  }

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test(arguments: [
    Case(("100644", "a"), ("100644", "a"), fault: .duplicate(bytes("a"))),
    Case(("40000", "a"), ("40000", "a"), fault: .duplicate(bytes("a"))),
    Case(("100644", "b"), ("100644", "a"), fault: .unsorted(bytes("b"))),
    Case(("40000", "a"), ("100644", "a.b"), fault: .unsorted(bytes("a"))),
    Case(("100644", "a"), ("100644", "a.b"), ("40000", "a"), fault: .fileAndDirectory(bytes("a"))),
    Case(("40000", "."), fault: .forbiddenName(bytes("."))),
    Case(("40000", ".."), fault: .forbiddenName(bytes(".."))),
    Case(("40000", ".git"), fault: .forbiddenName(bytes(".git"))),
    Case(("40000", ".GiT"), fault: .forbiddenName(bytes(".GiT"))),
    Case(("40000", ".git. "), fault: .forbiddenName(bytes(".git. "))),
    Case(("40000", "GIT~1"), fault: .forbiddenName(bytes("GIT~1"))),
    Case(("40000", ".g\u{200c}it"), fault: .forbiddenName(bytes(".g\u{200c}it"))),
    Case(("100644", ""), fault: .forbiddenName([])),
    Case(("100644", "a/b"), fault: .forbiddenName(bytes("a/b"))),
    Case(("100664", "a"), fault: .oddMode(bytes("a"), 0o100664)),
    Case(("100777", "a"), fault: .oddMode(bytes("a"), 0o100777)),
    Case(("0100644", "a"), fault: .paddedMode(bytes("a"))),
    Case(("100644", "A.md"), ("100644", "a.md"), fault: .caseClash(bytes("A.md"), bytes("a.md"))),
  ])
  func `a hand-made tree is found out`(tree: Case) throws {
    let test = try TestRepository()
    let blob = try Repository.hash([]).bytes
    let raw: [UInt8] = tree.entries.flatMap { Self.bytes("\($0.mode) \($0.name)") + [0] + blob }
    let id = try store(raw, in: test)
    let repository = try test.open()
    #expect(try repository.faults(ofTree: id) == [tree.fault])
  }

  @Test func `an id of zeros is a fault`() throws {
    let test = try TestRepository()
    let raw = Self.bytes("100644 a") + [0] + [UInt8](repeating: 0, count: 20)
    let id = try store(raw, in: test)
    #expect(try test.open().faults(ofTree: id) == [.zeroID(Self.bytes("a"))])
  }

  @Test func `an ordinary tree has no fault, and a walk tells the new trees' faults`() throws {
    let test = try TestRepository()
    let first = try test.commit("one", ["a/one.md": "1\n", "b.md": "2\n", "run": "3\n"])
    try test.commit("two", ["a/One.md": "4\n"])
    let repository = try test.open()
    let old = try repository.commit(first).tree
    #expect(try repository.faults(ofTree: old).isEmpty)
    var faults: [TreeFault] = []
    var directories: [[UInt8]] = []
    try repository.changes(
      from: old, to: try test.id("HEAD^{tree}"),
      checking: {
        directories.append($0)
        faults.append($1)
      }, visiting: { _ in })
    #expect(faults == [.caseClash(Self.bytes("One.md"), Self.bytes("one.md"))])
    #expect(directories == [Self.bytes("a")])
  }

  @Test(arguments: [
    "1", "100644", "100644 ", "100644 a", "100644 a\0short", "x a\0aaaaaaaaaaaaaaaaaaaa",
  ])
  func `bytes that are no tree are an error`(raw: String) throws {
    let test = try TestRepository()
    let id = try store(Self.bytes(raw), in: test)
    let repository = try test.open()
    let error = #expect(throws: GitError.self) {
      try repository.changes(from: nil, to: id) { _ in }
    }
    #expect(error?.code == .malformedObject)
    #expect(throws: GitError.self) { try repository.faults(ofTree: id) }
    #expect(throws: GitError.self) { try repository.entry(at: Self.bytes("zz"), inTree: id) }
  }

  @Test func `trees nested without end are refused, not followed`() throws {
    let test = try TestRepository()
    var id = try store([], in: test)
    for _ in 0..<260 { id = try store(Self.bytes("40000 d") + [0] + id.bytes, in: test) }
    let deepest = id
    let repository = try test.open()
    let error = #expect(throws: GitError.self) {
      try repository.changes(from: nil, to: deepest) { _ in }
    }
    #expect(error?.message == "the tree has more than 256 levels")
  }

  private func store(_ raw: [UInt8], in test: TestRepository) throws -> ObjectID {
    let hex = try test.git(
      "hash-object", "-t", "tree", "--literally", "-w", "--stdin", input: raw)
    return try #require(ObjectID(hex: hex))
  }
}
