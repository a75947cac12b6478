import Git
import History
import TestSupport
import Testing
import Workspace

@testable import handoff_index

/// Where an index cannot be kept, or is not what we wrote, the answer stands and one line says so.
struct IndexKeepingTests {
  @Test func `where the folder cannot be made, the answer comes from the repository`() throws {
    let repository = try IndexedRepository(seed: 9)
    try writeFile(repository.folder, [])
    let request = repository.requests(29)[0]
    let result = try repository.ask(request)
    #expect(result.answer == (try repository.truth(request)))
    #expect(
      result.words == [
        "handoff-index: the index cannot be kept (Not a directory); answering without it"
      ])
  }

  @Test func `a disk that is full takes nothing from the answer`() throws {
    let repository = try IndexedRepository(seed: 9)
    let request = repository.requests(29)[3]
    let arguments = ([IndexedRepository.program, repository.git.path] + request.arguments)
      .joined(separator: " ")
    let result = try run(
      "/bin/sh", ["-c", "ulimit -f 16; exec \(arguments)"], in: repository.git.path,
      environment: repository.git.variables)
    #expect(result.answer == (try repository.truth(request)))
    #expect(result.words.count == 1)
    #expect(result.words.first?.contains("could not be written") ?? false)
    #expect(readFile(repository.database) == nil)
    #expect(try repository.ask(request).words == [])
  }

  @Test func `a file of another version is built anew`() throws {
    let repository = try IndexedRepository(seed: 9)
    let request = repository.requests(29)[0]
    _ = try repository.ask(request)
    var bytes = try #require(readFile(repository.database))
    // SQLite keeps the user's version at byte 60.
    bytes[63] = 99
    try writeFile(repository.database, bytes)
    let place = IndexPlace(in: try repository.git.open())
    #expect(StoredChecksum.write(place, of: place.database) { _ in })
    let result = try repository.ask(request)
    #expect(result.answer == (try repository.truth(request)))
    #expect(result.words == ["handoff-index: the index is damaged and is built anew"])
    #expect(try repository.ask(request).words == [])
  }

  @Test func `linked work trees share one index`() throws {
    let repository = try IndexedRepository(seed: 9)
    let tree = repository.git.beside("linked")
    try repository.git.git("worktree", "add", "-q", tree, "n20")
    let request = repository.requests(20)[3]
    #expect(try repository.ask(request, in: tree).answer == repository.truth(request))
    #expect(readFile(repository.database) != nil)
  }

  @Test func `a shallow clone says where it is cut, until it is no longer shallow`() throws {
    let repository = try TestRepository()
    var tip = try repository.commit("begin", ["handoffs/a.md": content("one")])
    let missing = tip
    tip = try repository.commit("go on", ["handoffs/a.md": content("two")])
    let clone = repository.beside("shallow")
    try repository.git("clone", "-q", "--depth", "1", "file://\(repository.path)", clone)
    let request = IndexRequest.search(tip: tip, words: ["one"])
    let cut = try ask(request, of: repository, in: clone)
    #expect(cut.answer?.cuts.map(\.missing) == [missing])
    #expect(cut.answer?.hits.isEmpty == true)
    #expect(readFile(clone + "/.git/handoff/index-3.sqlite") != nil)
    try repository.git("fetch", "-q", "--unshallow", in: clone)
    let whole = try ask(request, of: repository, in: clone)
    #expect(whole.answer?.cuts.isEmpty == true)
    #expect(whole.answer?.hits.map(\.brief) == [ModelHistory.ids[0]])
  }

  @Test func `a damaged object is named, and no index of it is kept`() throws {
    let repository = try TestRepository()
    let text = ModelHistory.Content(id: ModelHistory.ids[0]).text
    let commit = try repository.commit("begin", ["handoffs/a.md": text])
    let blob = try repository.id("HEAD:handoffs/a.md").description
    let file = "\(repository.path)/.git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))"
    _ = try run("/bin/rm", ["-f", file], in: "/")
    try writeFile(file, Array("no object".utf8))
    let request = IndexRequest.search(tip: commit, words: ["quiet"])
    let result = try ask(request, of: repository, in: repository.path)
    #expect(result.answer?.cuts.map(\.missing.description) == [blob])
    #expect(
      result.words == [
        "handoff-index: objects of this history are damaged or too large to be checked, "
          + "so that no index of it is kept"
      ])
    #expect(readFile(repository.path + "/.git/handoff/index-3.sqlite") == nil)
  }

  @Test func `every changed bit changes the checksum`() {
    var numbers = SeededGenerator(seed: 1)
    let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &numbers) }
    let sum = Checksum(of: bytes)
    for bit in 0..<8 * bytes.count {
      var changed = bytes
      changed[bit / 8] ^= 1 << (bit % 8)
      #expect(Checksum(of: changed) != sum)
    }
    #expect(Checksum(of: Array(bytes.dropLast())) != sum)
    #expect(Checksum(of: bytes + [0]) != sum)
  }

  private func content(_ situation: String) -> String {
    ModelHistory.Content(id: ModelHistory.ids[0], situation: situation).text
  }

  private func ask(
    _ request: IndexRequest, of repository: TestRepository, in directory: String
  ) throws -> ChildProcess.Output {
    try run(
      IndexedRepository.program, [directory] + request.arguments, in: directory,
      environment: repository.variables)
  }
}
