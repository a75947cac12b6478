import Git
import TestSupport
import Testing

/// Files of single objects, whole and damaged.
struct LooseObjectTests {
  let repository: TestRepository

  init() throws {
    repository = try TestRepository()
  }

  @Test func `an object of any size is read as git reads it`() throws {
    var random = SeededGenerator(seed: 5)
    for size in [0, 1, 20, 24, 25, 26, 31, 32, 500, 70_000] {
      for text in [
        String(repeating: "a", count: size),
        String((0..<size).map { _ in Character(Unicode.Scalar(UInt8(random.next() % 127 + 1))) }),
      ] {
        let id = try blob(text)
        #expect(try repository.open().blob(id, atMost: 100_000) == Array(text.utf8))
        #expect(try repository.open().size(of: id) == text.utf8.count)
      }
    }
  }

  @Test func `an object cut short anywhere is named as what cannot be read`() throws {
    let id = try blob((1...60).map { "line \($0) of many words\n" }.joined())
    let whole = try #require(readFile(path(of: id)))
    for count in 0..<whole.count {
      try replace(id, Array(whole[..<count]))
      let error = #expect(throws: GitError.self, "\(count) bytes") {
        try repository.open().blob(id, atMost: 100_000)
      }
      #expect(error?.object == id.description)
    }
    try replace(id, whole)
    #expect(try repository.open().blob(id, atMost: 100_000).count == 1_311)
  }

  @Test func `what git finds damaged is not read`() throws {
    let id = try blob("some words that are here for good")
    let other = try #require(readFile(path(of: try blob("other words"))))
    for bytes in [other, Array("damaged".utf8), [], [0x78, 0x9c]] {
      try replace(id, bytes)
      #expect(throws: GitError.self) { try repository.open().blob(id, atMost: 100_000) }
      #expect(try repository.attempt(["fsck"]).status != 0)
    }
  }

  @Test(arguments: [2, 40, 99_999, 99_999_999_999])
  func `a header that names another size than the object has is not believed`(
    _ size: Int
  ) throws {
    let id = try blob("abc")
    let python = "import sys,zlib;sys.stdout.buffer.write(zlib.compress(b'blob \(size)\\0abc'))"
    let forged = try run("python3", ["-c", python], in: "/", environment: repository.variables)
    try replace(id, forged.output)
    let error = #expect(throws: GitError.self) { try repository.open().blob(id, atMost: 1_000_000) }
    #expect(error?.object == id.description)
    #expect(error?.code != .tooLarge)
  }

  @Test func `a copy in a pack is read where the file is damaged, as by git`() throws {
    let commit = try repository.commit("one", ["a.md": "some words that are here for good"])
    let whole = try #require(readFile(path(of: commit)))
    try repository.git("repack", "-q")
    try replace(commit, Array(whole.dropLast(30)))
    #expect(try repository.attempt(["cat-file", "commit", commit.description]).status == 0)
    #expect(try repository.open().commit(commit).id == commit)
  }

  @Test(arguments: ["GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_OBJECT_DIRECTORY"])
  func `a directory of objects that a variable names is read in the same way`(
    _ variable: String
  ) throws {
    let other = try TestRepository()
    let text = "words of another repository, long enough to be cut"
    let id = try ObjectID.read(
      other.git("hash-object", "-w", "--stdin", input: Array(text.utf8)))
    let blob = try #require(id)
    let objects = [variable: other.path + "/.git/objects"]
    #expect(try repository.open(objects).blob(blob, atMost: 1_000) == Array(text.utf8))
    let file =
      other.path + "/.git/objects/\(blob.description.prefix(2))/\(blob.description.dropFirst(2))"
    let whole = try #require(readFile(file))
    _ = try run("/bin/chmod", ["u+w", file], in: "/")
    try writeFile(file, Array(whole.dropLast(20)))
    #expect(throws: GitError.self) { try repository.open(objects).blob(blob, atMost: 1_000) }
  }

  private func blob(_ text: String) throws -> ObjectID {
    let id = try repository.git("hash-object", "-w", "--stdin", input: Array(text.utf8))
    return try #require(ObjectID(hex: id))
  }

  private func path(of id: ObjectID) -> String {
    let name = id.description
    return "\(repository.path)/.git/objects/\(name.prefix(2))/\(name.dropFirst(2))"
  }

  private func replace(_ id: ObjectID, _ bytes: [UInt8]) throws {
    _ = try run("/bin/chmod", ["u+w", path(of: id)], in: "/")
    try writeFile(path(of: id), bytes)
  }
}
