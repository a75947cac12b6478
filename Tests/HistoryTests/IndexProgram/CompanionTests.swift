import Git
import Glibc
import TestSupport
import Testing

/// `handoff` with its index, without it, and with one that misbehaves.
struct CompanionTests {
  private let repository: TestRepository

  init() throws {
    repository = try TestRepository()
    var content = ModelHistory.Content(id: ModelHistory.ids[0])
    content.situation = "Zürich, Hauptstraße: 🚀launch of ＡＢＣ"
    try repository.commit("begin", ["handoffs/a.md": content.text])
  }

  @Test(arguments: [
    "Zu\u{308}rich", "ZÜRICH", "HAUPTSTRASSE", "launch", "abc", "ＡＢＣ", "🚀", "zurich", "hauptstrase",
  ])
  func `words are found by the same rules with the index and without`(words: String) throws {
    let with = try repository.handoff("search", words)
    let without = try repository.run(alone(), "search", words)
    #expect(with.text == without.text)
    #expect(with.status == (["zurich", "hauptstrase"].contains(words) ? 1 : 0))
    #expect(without.status == with.status)
  }

  @Test func `what the index writes reaches no terminal as it is`() throws {
    let program = try alone(with: "printf 'a\\033]0;b\\007c\\n' >&2; exit 1")
    let result = try repository.run(program, "search", "launch")
    #expect(result.status == 0)
    #expect(!result.errors.contains(0x1B) && !result.errors.contains(0x07))
    #expect(
      result.errorText.hasSuffix(
        "handoff-index gave no answer, so this reads all of history itself\n"))
  }

  @Test func `what a brief promised takes one run of the index`() throws {
    let runs = repository.beside("runs")
    let program = try alone(
      with: "echo run >>'\(runs)'; exec '\(HandoffProgram.directory)/handoff-index' \"$@\"")
    let answer = try repository.run(program, "promised", ModelHistory.ids[0])
    #expect(answer.status == 0, "\(answer.errorText)")
    #expect(readFile(runs) == Array("run\n".utf8))
  }

  @Test func `where no index can be kept, one is built once, and one line says so`() throws {
    let content = ModelHistory.Content(id: ModelHistory.ids[1])
    try repository.commit("go on", ["handoffs/b.md": content.text])
    let with = try repository.handoff("promised", "--account", "Acme GmbH")
    let folder = repository.path + "/.git/handoff"
    _ = try TestSupport.run("/bin/rm", ["-rf", folder], in: "/")
    try writeFile(folder, [])
    let without = try repository.handoff("promised", "--account", "Acme GmbH")
    #expect(without.text == with.text)
    #expect(without.errorText.split(separator: "\n").count == 1, "\(without.errorText)")
  }

  /// The program in a folder of its own.
  ///
  /// Copied by another process: what this one writes, its children may still hold open, and then it
  /// cannot be run.
  private func alone() throws -> String {
    let program = repository.beside("bin/handoff")
    try writeFile(repository.beside("bin/nothing"), [])
    _ = try TestSupport.run("/bin/cp", ["-p", HandoffProgram.path, program], in: "/")
    return program
  }

  /// The same beside a script in place of the program that keeps the index.
  private func alone(with script: String) throws -> String {
    let program = try alone()
    let source = repository.beside("bin/script")
    try writeFile(source, Array("#!/bin/sh\n\(script)\n".utf8))
    #expect(chmod(source, 0o755) == 0)
    _ = try TestSupport.run("/bin/cp", ["-p", source, program + "-index"], in: "/")
    return program
  }
}

extension TestRepository {
  fileprivate func run(_ program: String, _ arguments: String...) throws -> ChildProcess.Output {
    try TestSupport.run(program, arguments, in: path, environment: variables)
  }
}
