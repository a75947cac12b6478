internal import Git
internal import ReceivedMail

/// The program that takes messages apart, which only `handoff email reply` starts.
enum MailReader {
  private static let name = "handoff-mail"
  private static let secondsAllowed = 10

  /// Reads a message; what is refused is refused in the program's own words.
  static func read(_ bytes: [UInt8]) throws -> ReceivedMessage {
    guard let program = RunningProgram.companion(name) else {
      throw CommandFailure(
        "\(name) is not installed beside handoff",
        hints: ["install both: make install"])
    }
    let result = try CommandFailure.catching { () throws(GitError) in
      try ChildProcess.run(
        program, [], in: "/", environment: ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"],
        input: bytes, secondsAllowed: secondsAllowed)
    }
    guard result.status == 0 else { throw failure(result) }
    do {
      return try ReceivedMessage(json: result.output)
    } catch {
      throw CommandFailure("\(name) gave an answer that cannot be read")
    }
  }

  private static func failure(_ result: ChildProcess.Output) -> CommandFailure {
    let lines = result.errors.split(separator: UInt8(ascii: "\n"))
    let words = lines.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
    let mark = name + ": "
    guard result.status == 1, words.hasPrefix(mark) else {
      return CommandFailure("the message could not be read: \(name) ended early", kind: .refused)
    }
    return CommandFailure(String(words.dropFirst(mark.count)), kind: .refused)
  }
}
