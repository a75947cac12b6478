import Git
import Glibc
import TestSupport
import Testing

/// Compares the ledger with git itself, by a program in Python that has no line of ours.
struct LedgerAgreementTests {
  private static let python =
    getenv("HANDOFF_TEST_PYTHON").map { String(cString: $0) } ?? "python3"

  private static let canReadYAML =
    (try? python("-c", "import yaml"))?.status == 0

  private static func python(_ arguments: String...) throws -> ChildProcess.Output {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return try run(
      "/usr/bin/env", [python] + arguments, in: DealRepository.top,
      environment: [
        "PATH": path, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", "HOME": "/nonexistent",
        "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
      ])
  }

  @Test(.enabled(if: canReadYAML))
  func `random briefs at random days say what git and PyYAML say`() throws {
    let folder = try TemporaryDirectory()
    let repository = folder.path + "/generated"
    let made = try Self.python(
      "Tests/Bench/generate.py", repository, "--briefs", "30", "--commits", "300")
    #expect(made.status == 0, "\(made.errorText)")
    let checked = try Self.python(
      "Tests/Python/ledger.py", repository, HandoffProgram.path, "--briefs", "20", "--days", "3")
    #expect(checked.status == 0, "\(checked.text)\(checked.errorText)")
    #expect(checked.text.hasSuffix("items agree\n"))
  }
}
