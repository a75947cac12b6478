import Git
import Glibc
import TestSupport
import Testing

/// A call of the system at which a command is killed, and how many such calls it has made by then.
struct Point: Sendable, CustomTestStringConvertible {
  let call: String
  let number: Int

  var testDescription: String { "\(call) \(number)" }

  /// The calls that change what is on disk, and the waits for other programs.
  private static let calls = [
    "openat", "write", "rename", "link", "unlink", "fsync", "mkdir", "flock", "wait4", "waitid",
  ]

  /// All points of a command.
  static func all(of command: [String], in deal: StepRepository) throws -> [Point] {
    let file = deal.acme.repository.beside("calls")
    _ = try trace(command, in: deal, ["-e", "trace=" + calls.joined(separator: ",")], to: file)
    let lines = (readFile(file) ?? []).split(separator: UInt8(ascii: "\n"))
    return calls.flatMap { call in
      let count = lines.count { $0.starts(with: (call + "(").utf8) }
      return (0..<count).map { Point(call: call, number: $0 + 1) }
    }
  }

  /// Types a command under strace.
  static func trace(
    _ command: [String], in deal: StepRepository, _ options: [String], to file: String = "/dev/null"
  ) throws -> ChildProcess.Output {
    let git = deal.acme.repository
    return try run(
      "strace", ["-qq", "-o", file] + options + [HandoffProgram.path] + command, in: git.path,
      environment: git.variables.merging(deal.identity(of: "dana")) { $1 })
  }
}

/// Commands that are killed at one of their calls of the system, and typed again.
@Suite struct KilledCommandTests {
  static let searchPath = ["PATH": "/usr/local/bin:/usr/bin:/bin"]

  /// Whether a program can be traced here.
  static let hasTracing =
    (try? run("strace", ["-qq", "-o", "/dev/null", "true"], in: "/", environment: searchPath))?
    .status == 0

  static let reply = EmailReplyTests.corpus + "gmail.eml"
  static let kept = "evidence/acme/2026-07-21-reply.eml"

  static let replying = ["email", "reply", reply, "--confirmed"]
  static let sending = ["email", "send", "acme-onboarding"]

  /// Whether every point is tried, where `HANDOFF_SWEEP` is set, or a few.
  static let isSweep = getenv("HANDOFF_SWEEP") != nil

  static let replyPoints: [Point] = {
    guard isSweep else {
      return [
        Point(call: "write", number: 1),
        Point(call: "fsync", number: 2),
        Point(call: "fsync", number: 3),
        Point(call: "link", number: 1),
        Point(call: "unlink", number: 1),
        Point(call: "fsync", number: 4),
        Point(call: "rename", number: 1),
        Point(call: "fsync", number: 6),
        Point(call: "wait4", number: 3),
        Point(call: "wait4", number: 5),
        Point(call: "unlink", number: 3),
      ]
    }
    return (try? Point.all(of: replying, in: EmailReplyTests().deal)) ?? []
  }()

  static let sendPoints: [Point] = {
    guard isSweep else {
      return [
        Point(call: "rename", number: 1),
        Point(call: "rename", number: 2),
        Point(call: "waitid", number: 1),
        Point(call: "rename", number: 3),
        Point(call: "wait4", number: 6),
        Point(call: "unlink", number: 6),
      ]
    }
    return (try? Point.all(of: sending, in: MailBox().steps)) ?? []
  }()

  @Test(
    .enabled(if: hasTracing, "strace is not installed, or nothing can be traced here"),
    arguments: replyPoints)
  func `a killed reply leaves the old or the new, and is typed again`(_ point: Point) throws {
    let deal = try EmailReplyTests().deal
    let git = deal.acme.repository
    let before = deal.acme.text()
    guard try kill(Self.replying, at: point, in: deal) else { return }
    let committed = try git.git("show", "HEAD:" + CommandRepository.path) + "\n"
    #expect(committed == before || committed.contains("reply: confirmed"))
    let again = try deal.type("dana", "email", "reply", Self.reply, "--confirmed")
    let isDone = again.errorText.contains("has this message already")
    #expect(again.status == 0 || isDone, "\(again.errorText)")
    #expect(deal.acme.text().contains("    reply: confirmed\n"))
    #expect(readFile("\(git.path)/\(Self.kept)") == readFile(Self.reply))
    let commits = try git.git("log", "--format=%s", "-2", "--", Self.kept)
    #expect(commits.split(separator: "\n").count == 1)
    let status = try git.git("status", "--porcelain", "--ignored")
    // A draft may stay where nothing was written after it; the next that writes there takes it away.
    #expect(
      status.split(separator: "\n").allSatisfy { $0.contains("/.handoff-") }, "\(status)")
  }

  @Test(
    .enabled(if: hasTracing, "strace is not installed, or nothing can be traced here"),
    arguments: sendPoints)
  func `nothing goes out twice unnoticed after a kill`(_ point: Point) throws {
    let box = try MailBox("echo sent >> \"$(dirname \"$0\")/sent\"; cat > /dev/null")
    guard try kill(Self.sending, at: point, in: box.steps) else { return }
    for _ in 0..<20 where box.read("sent").isEmpty { usleep(10_000) }
    let isOut = !box.read("sent").isEmpty
    let changed = try box.steps.acme.repository.git("status", "--porcelain", "-uno")
    let isRecorded = box.steps.acme.text().contains("via: sendmail") && changed.isEmpty
    let again = try box.steps.type("dana", "email", "send", "acme-onboarding")
    let isNoticed = [
      "may have gone out without being recorded", "went out in these very words",
    ].contains { again.errorText.contains($0) }
    #expect(again.status == (isNoticed ? 1 : 0), "\(again.errorText)")
    #expect(!isOut || isRecorded || isNoticed)
    let times = (isOut ? 1 : 0) + (isNoticed ? 0 : 1)
    #expect(box.read("sent") == String(repeating: "sent\n", count: times))
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

  /// Types a command and kills it at a point; false where it ended before that.
  private func kill(
    _ command: [String], at point: Point, in deal: StepRepository
  ) throws -> Bool {
    let injection = "inject=\(point.call):signal=KILL:when=\(point.number)"
    let killed = try Point.trace(command, in: deal, ["-e", "trace=\(point.call)", "-e", injection])
    guard killed.status == 128 + SIGKILL else {
      #expect(Self.isSweep, "it was not killed")
      return false
    }
    Self.waitForGit(deal.acme.repository)
    #expect(try deal.acme.repository.attempt(["fsck", "--strict"]).status == 0)
    return true
  }

  /// A git that the command started goes on after it.
  private static func waitForGit(_ git: TestRepository) {
    usleep(100_000)
    for _ in 0..<100 where access(git.path + "/.git/index.lock", F_OK) == 0 { usleep(100_000) }
  }
}
