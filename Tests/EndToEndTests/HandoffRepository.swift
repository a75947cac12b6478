import Git
import TestSupport

/// A repository with one committed brief that promises and excludes something.
struct HandoffRepository {
  let git: TestRepository

  init() throws {
    git = try TestRepository()
    try git.commit(
      "begin", ["handoff.yaml": HandoffRepository.policy, HandoffRepository.file: brief()])
  }

  static let file = "handoffs/acme/acme-onboarding.md"

  static let policy = """
    version: 1
    briefs: handoffs/**/*.md
    people:
      - email: dana@northwind.example
        name: Dana Lee
        roles: [sales, policy]
      - email: sam@northwind.example
        name: Sam Park
        roles: [receiving]
      - email: lee@northwind.example
        name: Lee Ono
        roles: [legal, pricing, policy]

    """

  /// The brief, with or without its exclusion, which nobody may drop.
  func brief(withExclusion: Bool = true) -> String {
    """
    ---
    handoff: acme-onboarding
    type: sales-to-onboarding
    status: draft
    account: Acme GmbH
    from: dana@northwind.example
    to: sam@northwind.example
    promises:
      - id: P1
        text: Custom weekly revenue report by 1 September.

    """
      + (withExclusion
        ? "exclusions:\n  - id: X1\n    text: Dashboards beyond the weekly revenue report.\n" : "")
      + "---\n"
  }

  /// Installs the hooks and gives what the program said.
  @discardableResult
  func install(
    _ arguments: String..., program: String = HandoffProgram.path
  ) throws -> ChildProcess.Output {
    try run(
      program, ["hooks", "install"] + arguments, in: git.path, environment: git.variables)
  }

  /// Puts a hook in place as somebody else would have.
  ///
  /// Another process writes it: a file that a process of ours may still hold open cannot be run.
  func writeHook(_ name: String, _ text: String, isExecutable: Bool = true) throws {
    let source = git.beside("hook")
    try writeFile(source, Array(text.utf8))
    let mode = isExecutable ? "755" : "644"
    _ = try run("/usr/bin/install", ["-m", mode, source, hook(name)], in: "/")
  }

  func hook(_ name: String) -> String { "\(git.path)/.git/hooks/\(name)" }

  /// The bytes of a file below the top; nil where it is not there.
  func bytes(_ path: String) -> String? {
    readFile("\(git.path)/\(path)").map { String(decoding: $0, as: UTF8.self) }
  }

  /// Tries to commit the brief without its exclusion.
  func commitDrop(
    _ options: String..., setting changes: [String: String] = [:]
  ) throws -> ChildProcess.Output {
    try git.write(HandoffRepository.file, brief(withExclusion: false))
    return try git.attempt(["commit", "-qam", "drop"] + options, setting: changes)
  }

  /// Tries to commit what no gate has anything against.
  func commitHarmless(_ name: String = "note.txt") throws -> ChildProcess.Output {
    try git.write(name, name)
    try git.git("add", name)
    return try git.attempt(["commit", "-qm", "harmless"])
  }
}
