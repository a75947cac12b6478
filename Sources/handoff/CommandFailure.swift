internal import Briefs
internal import Diagnostics
internal import Git
internal import Workspace

/// Why a command stopped, as its user is told: one sentence, then what to do.
struct CommandFailure: Error {
  enum Kind {
    /// The command was refused: exit 1.
    case refused

    /// The command could not be done, bad usage included: exit 2.
    case impossible
  }

  let kind: Kind
  let message: String
  let hints: [String]

  init(_ message: String, kind: Kind = .impossible, hints: [String] = []) {
    self.kind = kind
    self.message = message
    self.hints = hints
  }

  init(_ error: GitError) {
    let sentence = error.description.collapsingWhiteSpace
    self.init(sentence, hints: CommandFailure.hints(for: error))
  }

  init(_ failure: SigningFailure) {
    self.init(failure.message, hints: failure.hints)
  }

  /// Does work in a repository; what goes wrong with it is told as a failure of the command.
  static func catching<Result>(
    _ work: () throws(GitError) -> Result
  ) throws(CommandFailure) -> Result {
    do {
      return try work()
    } catch {
      throw CommandFailure(error)
    }
  }

  var exitCode: Int32 {
    switch kind {
    case .refused: 1
    case .impossible: 2
    }
  }

  func report() {
    Console.explain("handoff: " + message.escapingControls)
    for hint in hints { Console.explain("  " + hint.escapingControls) }
  }

  private static func hints(for error: GitError) -> [String] {
    switch error.code {
    case .notARepository:
      ["go into the folder of your handoffs, or make one: handoff init FOLDER"]
    case .foreignOwner:
      ["if you trust it: git config --global --add safe.directory \"$PWD\""]
    case .locked: ["another git command is at work; try again when it has ended"]
    default: []
    }
  }
}

extension CommandFailure {
  /// Keeps a message as a file that was not there; what is there is never overwritten.
  static func keep(_ bytes: [UInt8], as file: String) throws {
    do {
      try AtomicFile.create(bytes, at: file)
    } catch {
      throw CommandFailure(
        "\(file) could not be written: \(error.reason)",
        hints: ["nothing was sent; name a file that is not there yet"])
    }
  }
}
