import Git
import Glibc
import TestSupport
import Testing

/// Ctrl-C, at any moment, while history is read and its index is built or grows.
struct InterruptedTests {
  /// How often each command is interrupted; more by HANDOFF_KILLS.
  static let kills = getenv("HANDOFF_KILLS").flatMap { Int(String(cString: $0)) } ?? 6

  @Test(arguments: [
    ["promised", "acme-onboarding"], ["search", "dash"], ["promised", "--account", "Acme GmbH"],
  ])
  func `what is interrupted leaves nothing that is wrong or in the way`(
    arguments: [String]
  ) throws {
    let indexed = try IndexedRepository(seed: 5, count: 60)
    let git = indexed.git
    var answers: [Int: ChildProcess.Output] = [:]
    for tip in [30, 59] {
      try move(git, to: indexed.ids[tip])
      answers[tip] = try ask(arguments, git)
    }
    try run("rm", ["-rf", indexed.folder], in: "/", environment: git.variables).expectSuccess()
    let whole = try interrupt(arguments, git, after: 60)
    var numbers = SeededGenerator(seed: 5)
    for round in 0..<Self.kills {
      // The index is built anew in one round, and grows in the next.
      try run("rm", ["-rf", indexed.folder], in: "/", environment: git.variables).expectSuccess()
      if !round.isMultiple(of: 2) {
        try move(git, to: indexed.ids[30])
        _ = try ask(arguments, git)
      }
      try move(git, to: indexed.ids[59])
      let moment = Double.random(in: 0..<whole.seconds, using: &numbers)
      let end = try interrupt(arguments, git, after: moment)
      #expect([-Int(SIGINT), whole.status].contains(end.status), "after \(moment) s")
      let left = try run(
        "find", [".git", "-name", "*.lock", "!", "-path", ".git/handoff/index.lock"], in: git.path,
        environment: git.variables)
      #expect(left.text == "")
      #expect(try git.attempt(["fsck", "--strict"]).status == 0)
      let next = try ask(arguments, git)
      #expect(next.output == answers[59]?.output, "after \(moment) s")
      #expect(next.status == answers[59]?.status)
      #expect(try ask(arguments, git).errorText == answers[59]?.errorText)
    }
  }

  private func move(_ git: TestRepository, to commit: ObjectID) throws {
    try git.git("update-ref", "refs/heads/main", commit.description)
    try git.git("reset", "-q", "--hard")
  }

  private func ask(_ arguments: [String], _ git: TestRepository) throws -> ChildProcess.Output {
    try run(HandoffProgram.path, arguments, in: git.path, environment: git.variables)
  }

  private func interrupt(
    _ arguments: [String], _ git: TestRepository, after seconds: Double
  ) throws -> SignalledProgram.End {
    try SignalledProgram.run(
      HandoffProgram.path, arguments, in: git.path, environment: git.variables, signal: SIGINT,
      after: seconds)
  }
}

extension ChildProcess.Output {
  fileprivate func expectSuccess() { #expect(status == 0, "\(errorText)") }
}
