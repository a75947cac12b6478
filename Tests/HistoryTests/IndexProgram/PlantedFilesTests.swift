import Git
import Glibc
import History
import TestSupport
import Testing

@testable import handoff_index

/// Files planted where the index is kept take neither the answer nor, for long, the time.
struct PlantedFilesTests {
  private let repository: IndexedRepository
  private let request: IndexRequest
  private let place: IndexPlace

  init() throws {
    repository = try IndexedRepository(seed: 9)
    request = repository.requests(29)[3]
    place = IndexPlace(in: try repository.git.open())
    _ = try repository.ask(request)
  }

  @Test(arguments: ["sqlite", "sum", "sum.new", "new", "sqlite-journal", "sqlite-wal", "new-wal"])
  func `a pipe keeps nobody waiting`(_ ending: String) throws {
    let path = "\(place.folder)/index-\(IndexStore.version).\(ending)"
    unlink(path)
    #expect(mkfifo(path, 0o600) == 0)
    #expect(try askInTime().answer == repository.truth(request))
    try addCommit()
    #expect(try askInTime().status == 0)
    #expect(try askInTime().words == [])
  }

  @Test func `a pipe for a lock keeps nobody waiting`() throws {
    unlink(place.lock)
    #expect(mkfifo(place.lock, 0o600) == 0)
    #expect(try askInTime().answer == repository.truth(request))
  }

  @Test func `a file far larger than its checksum says is not read`() throws {
    #expect(truncate(place.database, 20 << 30) == 0)
    let result = try askInTime()
    #expect(result.answer == (try repository.truth(request)))
    #expect(result.words == ["handoff-index: the index is damaged and is built anew"])
  }

  @Test func `what a journal says of a whole file is not believed`() throws {
    try writeFile(place.database + "-journal", [UInt8](repeating: 0x5A, count: 4_096))
    #expect(try repository.ask(request).words == [])
    #expect(try repository.ask(request).answer == repository.truth(request))
  }

  @Test(arguments: ["sqlite", "sum", "new", "sqlite-journal"])
  func `a folder in the way is named, and the answer is worked out without the index`(
    _ ending: String
  ) throws {
    let name = "index-\(IndexStore.version).\(ending)"
    unlink("\(place.folder)/\(name)")
    #expect(mkdir("\(place.folder)/\(name)", 0o700) == 0)
    let result = try repository.ask(request)
    #expect(result.answer == (try repository.truth(request)))
    #expect(
      result.words == [
        "handoff-index: the index cannot be kept (\(name) is a folder); answering without it"
      ])
  }

  @Test func `a lock that nobody lets go of is waited for a short time`() throws {
    let lock = try IndexLock.take(place.lock, secondsAllowed: 1)
    let result = try askInTime()
    withExtendedLifetime(lock) {}
    #expect(result.answer == (try repository.truth(request)))
    #expect(
      result.words == [
        "handoff-index: another process keeps the index for itself; answering without it"
      ])
    #expect(result.errorText.contains("progress\twaiting\t"))
  }

  /// Asks, and ends what takes far too long.
  private func askInTime() throws -> ChildProcess.Output {
    try run(
      "/usr/bin/timeout",
      ["-s", "KILL", "30", IndexedRepository.program, repository.git.path] + request.arguments,
      in: "/", environment: repository.git.variables)
  }

  private func addCommit() throws {
    let text = ModelHistory.Content(id: ModelHistory.ids[0], situation: "dashing").text
    try repository.git.commit("go on", ["handoffs/a/one.md": text])
  }
}
