import Git
import Glibc
import TestSupport
import Testing

/// A repository with the running deal, where commands are typed as a person types them.
struct CommandRepository {
  let repository: TestRepository

  static let path = "handoffs/acme/acme-onboarding.md"

  /// The top of the repository that the tests were built from.
  static let top = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()

  init() throws {
    repository = try TestRepository()
    let sample = try #require(readFile(Self.top + "/Tests/Samples/acme-onboarding.md"))
    try repository.commit(
      "begin",
      [
        "handoff.yaml": Self.policy, Self.path: String(decoding: sample, as: UTF8.self),
        "evidence/acme/notes.txt": Self.notes, "evidence/acme/call.vtt": Self.call,
      ])
  }

  /// The text of a brief as it stands in the work tree.
  func text(_ path: String = CommandRepository.path) -> String {
    String(decoding: readFile(repository.path + "/" + path) ?? [], as: UTF8.self)
  }

  /// The lines that a brief gained and lost since the last commit.
  func changes() throws -> String {
    try repository.git("diff", "-U0").split(separator: "\n")
      .filter { ($0.hasPrefix("+") || $0.hasPrefix("-")) && !$0.hasPrefix("+++ ") }
      .filter { !$0.hasPrefix("--- ") }.joined(separator: "\n")
  }

  /// Types a command and gives what it wrote and how it ended.
  func handoff(_ arguments: String...) throws -> ChildProcess.Output {
    try handoff(all: arguments)
  }

  /// Types a command given as a list.
  func handoff(all arguments: [String]) throws -> ChildProcess.Output {
    try run(
      HandoffProgram.path, arguments, in: repository.path, environment: repository.variables)
  }

  /// Types a command and gives its output; it must end well.
  @discardableResult
  func answer(
    _ arguments: String..., at location: SourceLocation = #_sourceLocation
  ) throws -> String {
    let output = try run(
      HandoffProgram.path, arguments, in: repository.path, environment: repository.variables)
    #expect(output.status == 0, "\(output.errorText)", sourceLocation: location)
    return output.text
  }

  /// Types a command that must be refused, and gives what it said.
  func refusal(
    _ arguments: String..., status: Int32 = 1, at location: SourceLocation = #_sourceLocation
  ) throws -> String {
    let before = try repository.git("status", "--porcelain") + text()
    let output = try run(
      HandoffProgram.path, arguments, in: repository.path, environment: repository.variables)
    #expect(output.status == status, "\(output.text)", sourceLocation: location)
    #expect(
      try repository.git("status", "--porcelain") + text() == before, "something was written",
      sourceLocation: location)
    return output.errorText
  }

  /// Checks that a JSON answer is what its schema says.
  func expectValid(
    _ json: String, by schema: String, at location: SourceLocation = #_sourceLocation
  ) throws {
    let variable = { (name: String) in getenv(name).map { String(cString: $0) } }
    let python = variable("HANDOFF_TEST_PYTHON") ?? "python3"
    let output = try run(
      python, ["Tests/Python/json_validity.py", "schema/\(schema).schema.json"], in: Self.top,
      environment: [
        "PATH": variable("PATH") ?? "/usr/local/bin:/usr/bin:/bin", "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
      ], input: Array(json.utf8))
    #expect(output.status == 0, "\(output.text)\(output.errorText)", sourceLocation: location)
  }

  private static let policy = """
    version: 1
    people:
      - email: dana@northwind.example
        name: Dana Lee
        roles: [sales, policy]
      - email: sam@northwind.example
        name: Sam Park
        roles: [receiving]

    """

  private static let notes = """
    Call with Acme, 12 June.
    Ana asked whether the price could
    go down: 10% in year one, she said.
    SSO by May was confirmed.
    Again: SSO by May.

    """

  private static let call = """
    WEBVTT

    1
    00:14:20.000 --> 00:14:23.500
    <v Ana Ruiz>Will you get us the report?

    2
    00:14:23.500 --> 00:14:26.500
    <v Dana Lee>We will get you the Weekly Revenue Report
    by the first of September.

    """
}
