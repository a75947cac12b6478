import Git
import TestSupport

/// One check of a proof, as the page prints it for programs.
struct ProofCheck {
  /// What is to be typed, with what comes before all checks.
  let command: String
  let prints: String

  /// The checks of a page in JSON.
  static func all(of page: String) throws -> [ProofCheck] {
    let listed = try run(
      "python3",
      [
        "-c",
        """
        import json, sys
        page = json.load(sys.stdin)
        for step in page["steps"]:
            for check in step["checks"]:
                print(page["preparation"] + "\\n" + check["command"], end="\\0")
                print(check["prints"], end="\\0")
        """,
      ], in: "/", environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "PYTHONUTF8": "1"],
      input: Array(page.utf8))
    let parts = listed.output.split(separator: 0, omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
    return stride(from: 0, to: parts.count, by: 2).map {
      ProofCheck(command: parts[$0], prints: parts[$0 + 1])
    }
  }
}
