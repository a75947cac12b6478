import Git
import Glibc
import TestSupport
import Testing

/// `handoff email reply`, killed at one of its calls of the system and typed again.
@Suite struct KilledCommandTests {
  static let searchPath = ["PATH": "/usr/local/bin:/usr/bin:/bin"]

  /// Whether a program can be traced here.
  static let hasTracing =
    (try? run("strace", ["-qq", "-o", "/dev/null", "true"], in: "/", environment: searchPath))?
    .status == 0

  /// The calls that change what is on disk, and the wait for git.
  static let calls = [
    "openat", "write", "rename", "link", "unlink", "fsync", "mkdir", "ftruncate", "flock", "wait4",
  ]

  static let reply = EmailReplyTests.corpus + "gmail.eml"
  static let kept = "evidence/acme/2026-07-21-reply.eml"

  /// A few points by default; all of them where `HANDOFF_SWEEP` is set.
  static let points: [(call: String, number: Int)] = {
    guard getenv("HANDOFF_SWEEP") != nil else {
      return [
        ("write", 1), ("fsync", 2), ("fsync", 3), ("link", 1), ("unlink", 1), ("fsync", 4),
        ("rename", 1), ("fsync", 6), ("wait4", 3), ("wait4", 5), ("unlink", 3),
      ]
    }
    return calls.flatMap { call in
      let count = (try? number(of: call)) ?? 0
      return (0..<count).map { (call, $0 + 1) }
    }
  }()

  @Test(
    .enabled(if: hasTracing, "strace is not installed, or nothing can be traced here"),
    arguments: points)
  func `a killed reply leaves the old or the new, and is typed again`(
    _ call: String, _ number: Int
  ) throws {
    let deal = try EmailReplyTests().deal
    let git = deal.acme.repository
    let before = deal.acme.text()
    let killed = try Self.trace(
      deal, ["-e", "trace=\(call)", "-e", "inject=\(call):signal=KILL:when=\(number)"])
    guard killed.status != 0 else { return }
    Self.waitForGit(git)
    #expect(try git.attempt(["fsck", "--strict"]).status == 0)
    let committed = try git.git("show", "HEAD:" + CommandRepository.path) + "\n"
    #expect(committed == before || committed.contains("reply: confirmed"))
    let again = try deal.type("dana", "email", "reply", Self.reply, "--confirmed")
    let isDone = again.errorText.contains("has this message already")
    #expect(again.status == 0 || isDone, "\(again.errorText)")
    #expect(deal.acme.text().contains("    reply: confirmed\n"))
    #expect(readFile("\(git.path)/\(Self.kept)") == readFile(Self.reply))
    #expect(
      try git.git("log", "--format=%s", "-2", "--", Self.kept).split(separator: "\n").count == 1)
    let status = try git.git("status", "--porcelain", "--ignored")
    // A draft may stay where nothing was written after it; the next that writes there takes it away.
    #expect(
      status.split(separator: "\n").allSatisfy { $0.contains("/.handoff-") }, "\(status)")
  }

  @Test func `what was changed after a killed command is left alone and named`() throws {
    let deal = try EmailReplyTests().deal
    let git = deal.acme.repository
    try git.write(
      ".git/hooks/commit-msg", "#!/bin/sh\nkill -9 $(cat .git/victim)\nsleep 1\nexit 1\n")
    #expect(chmod(git.path + "/.git/hooks/commit-msg", 0o755) == 0)
    let killed = try run(
      "/bin/sh",
      [
        "-c",
        "echo $$ > .git/victim; exec \(HandoffProgram.path) email reply '\(Self.reply)' "
          + "--confirmed",
      ], in: git.path, environment: git.variables.merging(deal.identity(of: "dana")) { $1 })
    #expect(killed.status == 128 + SIGKILL)
    let early = try deal.type("dana", "list").errorText
    #expect(early.contains("git may still be at work on it"), "\(early)")
    Self.waitForGit(git)
    let mine = deal.acme.text() + "Mine.\n"
    try git.write(CommandRepository.path, mine)
    let said = try deal.type("dana", "check").errorText
    #expect(said.contains("was changed since: git diff HEAD -- \(CommandRepository.path)"))
    #expect(said.contains("\(Self.kept) may be left over too"))
    #expect(deal.acme.text() == mine)
    #expect(try !deal.type("dana", "check").errorText.contains("was ended before"))
  }

  @Test func `a file of the person's own is no leftover`() throws {
    let deal = try EmailReplyTests().deal
    let git = deal.acme.repository
    try git.write(Self.kept, "my own notes\n")
    try deal.succeed("dana", "email", "reply", Self.reply, "--confirmed")
    #expect(readFile("\(git.path)/\(Self.kept)") == Array("my own notes\n".utf8))
    #expect(try git.git("status", "--porcelain") == "?? \(Self.kept)")
  }

  private static func trace(
    _ deal: StepRepository, _ options: [String], to file: String = "/dev/null"
  ) throws -> ChildProcess.Output {
    let git = deal.acme.repository
    return try run(
      "strace",
      ["-qq", "-o", file] + options
        + [HandoffProgram.path, "email", "reply", reply, "--confirmed"],
      in: git.path, environment: git.variables.merging(deal.identity(of: "dana")) { $1 })
  }

  /// How often the command makes a call.
  private static func number(of call: String) throws -> Int {
    let deal = try EmailReplyTests().deal
    let file = deal.acme.repository.beside("calls")
    _ = try trace(deal, ["-e", "trace=\(call)"], to: file)
    let lines = (readFile(file) ?? []).split(separator: UInt8(ascii: "\n"))
    return lines.count { $0.starts(with: (call + "(").utf8) }
  }

  /// A git that the command started goes on after it.
  private static func waitForGit(_ git: TestRepository) {
    usleep(100_000)
    for _ in 0..<100 where access(git.path + "/.git/index.lock", F_OK) == 0 { usleep(100_000) }
  }
}
