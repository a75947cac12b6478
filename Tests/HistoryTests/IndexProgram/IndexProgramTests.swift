import Dispatch
import Git
import History
import Synchronization
import TestSupport
import Testing

/// The program answers what the repository answers, whatever happened to its file.
struct IndexProgramTests {
  @Test(arguments: UInt64(1)...8)
  func `an index that is kept and grows answers as the repository does`(_ seed: UInt64) throws {
    let repository = try IndexedRepository(seed: seed)
    var numbers = SeededGenerator(seed: seed)
    for _ in 0..<6 {
      let tip = Int.random(in: 0..<30, using: &numbers)
      for request in repository.requests(tip) {
        let result = try repository.ask(request)
        #expect(result.words == [])
        #expect(result.answer == (try repository.truth(request)), "\(request)")
      }
    }
  }

  @Test(arguments: UInt64(1)...3)
  func `a file with bytes changed or cut off changes no answer`(_ seed: UInt64) throws {
    let repository = try IndexedRepository(seed: seed)
    _ = try repository.ask(.update(tip: repository.ids[20]))
    let sound = try #require(readFile(repository.database))
    let sum = try #require(readFile(repository.checksum))
    let requests = repository.requests(29)
    let truth = try requests.map { try repository.truth($0) }
    var numbers = SeededGenerator(seed: seed)
    for round in 0..<100 {
      var damaged = sound
      switch round % 10 {
      case 0: damaged.removeLast(Int.random(in: 1...sound.count, using: &numbers))
      case 1: damaged += [UInt8](repeating: 0, count: 4_096)
      default:
        for _ in 0...(round % 3) {
          let place = Int.random(in: sound.indices, using: &numbers)
          damaged[place] ^= UInt8.random(in: 1...255, using: &numbers)
        }
      }
      try writeFile(repository.database, damaged)
      try writeFile(repository.checksum, sum)
      let number = round % requests.count
      let result = try repository.ask(requests[number])
      #expect(result.answer == truth[number])
      #expect(result.words == ["handoff-index: the index is damaged and is built anew"])
    }
  }

  @Test func `a process that is killed at any moment leaves no wrong answer behind`() throws {
    let repository = try IndexedRepository(seed: 5, count: 60)
    var numbers = SeededGenerator(seed: 5)
    for round in 0..<40 {
      let tip = Int.random(in: 0..<60, using: &numbers)
      let moment = Double.random(in: 0.001...0.06, using: &numbers)
      let update = IndexRequest.update(tip: repository.ids[tip])
      _ = try run(
        "/usr/bin/timeout",
        ["-s", "KILL", "\(moment)", IndexedRepository.program, repository.git.path]
          + update.arguments,
        in: "/", environment: repository.git.variables)
      let requests = repository.requests(tip)
      let request = requests[round % requests.count]
      #expect(try repository.ask(request).answer == repository.truth(request))
    }
  }

  @Test func `four processes at once give the same answer, with an index or without`() throws {
    let repository = try IndexedRepository(seed: 6, count: 60)
    for tip in [20, 59, 40] {
      let request = repository.requests(tip)[0]
      let truth = try repository.truth(request)
      let path = repository.git.path
      let environment = repository.git.variables
      let answers = Mutex<[IndexAnswer?]>([])
      DispatchQueue.concurrentPerform(iterations: 4) { _ in
        let result = try? run(
          IndexedRepository.program, [path] + request.arguments, in: path, environment: environment)
        answers.withLock { $0.append(result?.answer) }
      }
      #expect(answers.withLock { $0 } == [truth, truth, truth, truth])
    }
  }
}
