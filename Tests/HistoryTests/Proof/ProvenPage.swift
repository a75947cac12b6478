import Git
import TestSupport
import Testing

/// The page of a proof as a third party has it: the sentences, and the commands with what they print.
struct ProvenPage {
  let json: String
  let facts: [String]
  let checks: [ProofCheck]

  /// Asks for the proof of an item in a folder.
  init(
    of item: String, _ options: [String] = [], in folder: String, _ repository: TestRepository
  ) throws {
    let page = try run(
      HandoffProgram.path, ["proof", item, "--format", "json"] + options, in: folder,
      environment: repository.variables)
    #expect(page.status == 0, "\(page.errorText)")
    try self.init(json: page.text)
  }

  init(json: String) throws {
    self.json = json
    let listed = try run(
      "python3",
      [
        "-c",
        """
        import json, sys
        page = json.load(sys.stdin)
        for step in page["steps"]:
            print("\\0".join([step["title"]] + step["facts"]), end="\\0")
        """,
      ], in: "/", environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "PYTHONUTF8": "1"],
      input: Array(json.utf8))
    facts = listed.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    checks = try ProofCheck.all(of: json)
  }

  /// Whether a sentence of the page holds some words.
  func says(_ words: String) -> Bool { facts.contains { $0.contains(words) } }

  /// The commits that commands name and none shows to be in the history.
  var unplaced: Set<String> {
    var named: Set<String> = []
    var placed: Set<String> = []
    for check in checks {
      let ids = check.command.split { !$0.isHexDigit }.filter { $0.utf8.count == 40 }.map(
        String.init)
      named.formUnion(ids)
      if check.command.contains("merge-base --is-ancestor"), let id = ids.first {
        placed.insert(id)
      }
    }
    return named.subtracting(placed)
  }

  /// The commands that do not print in a clone what the page says, with what they print; they find
  /// four programs and nothing else.
  func untrue(in clone: String, _ repository: TestRepository) throws -> [String] {
    let programs = try ProvenPage.programs(beside: repository)
    return try checks.compactMap { check in
      let run = try run(
        "/bin/sh", ["-c", check.command], in: clone,
        environment: ["PATH": programs, "HOME": "/nonexistent"])
      let isTrue = run.text == check.prints + "\n" || run.text == check.prints
      return isTrue ? nil : "\(check.command)\n\(run.text)\(run.errorText)"
    }
  }

  private static func programs(beside repository: TestRepository) throws -> String {
    let folder = repository.beside("programs")
    try writeFile(folder + "/.keep", [])
    for name in ["git", "sed", "sha256sum", "ssh-keygen"] {
      _ = try run(
        "/bin/sh", ["-c", "ln -sf \"$(command -v \(name))\" \(folder)/\(name)"], in: "/",
        environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"])
    }
    return folder
  }
}
