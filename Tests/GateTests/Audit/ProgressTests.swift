import FoundationEssentials
import Git
import TestSupport
import Testing

/// How far a long reading is, on a real terminal and elsewhere.
@Suite struct ProgressTests {
  private struct Screen: Decodable {
    let status: Int
    let screen: String

    /// The lines as they stand at the end: what was overwritten or erased is gone.
    var lines: [String] {
      screen.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        let parts = line.split(separator: "\r").map(String.init)
        return parts.last?.replacing("\u{1B}[K", with: "") ?? ""
      }
    }
  }

  private static let terminal =
    #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
    + "/Tests/Python/terminal.py"

  @Test(arguments: [["audit", "main"], ["search", "report", "monday"]])
  func `a long reading shows how far it is on a terminal, and nothing of it stays`(
    arguments: [String]
  ) throws {
    let (repository, plain) = try slowRepository(arguments)
    #expect(!plain.errorText.contains(" s left"))
    try clear(repository)
    let output = try run(
      "python3", [Self.terminal, "[]", HandoffProgram.path] + arguments, in: repository.path,
      environment: repository.variables.merging(["NO_COLOR": "1", "TERM": "xterm"]) { $1 })
    let seen = try JSONDecoder().decode(Screen.self, from: Data(output.output))
    #expect(seen.status == Int(plain.status))
    let shown = seen.screen.matches(of: /[a-z ]+: \d+ %, about \d+ s left\u{1B}\[K/)
    #expect(!shown.isEmpty, "\(seen.screen.prefix(400))")
    #expect(seen.lines.joined(separator: "\n") == plain.text)
  }

  /// A history that takes some seconds to read, with what is said of it where no terminal is.
  private func slowRepository(
    _ arguments: [String]
  ) throws -> (TestRepository, ChildProcess.Output) {
    for breaches in [20, 60, 180, 540, 1_620] {
      let repository = try TestRepository()
      _ = try PlantedHistory(breaches: breaches, seed: 8).write(to: repository)
      let start = ContinuousClock.now
      let plain = try run(
        HandoffProgram.path, arguments, in: repository.path, environment: repository.variables)
      if ContinuousClock.now - start > .seconds(3) { return (repository, plain) }
    }
    throw TooFast()
  }

  private struct TooFast: Error {}

  /// Takes away what an answer may have left, so that the next takes as long.
  private func clear(_ repository: TestRepository) throws {
    _ = try run(
      "rm", ["-rf", ".git/handoff"], in: repository.path, environment: repository.variables)
  }
}
