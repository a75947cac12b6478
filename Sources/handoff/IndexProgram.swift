internal import Git
internal import History
internal import Terminal

/// The program that keeps the index of a history, `handoff-index`.
///
/// A program of its own, so that no gate loads the database. What it says is where to look; every
/// word of an answer is read from git. Where it is missing or fails, the answer takes longer and is
/// the same.
enum IndexProgram {
  private static let name = "handoff-index"

  /// How long an honest build takes, nobody knows; but it tells how far it is all the time.
  private static let secondsOfSilence = 30

  /// The answer to a question; nil, after a line that says so, where the index gives none.
  ///
  /// `isKept` says whether a further question is answered faster than by reading all of history.
  static func answer(_ request: IndexRequest) -> (answer: IndexAnswer, isKept: Bool)? {
    guard let program = RunningProgram.companion(name) else {
      Console.say("\(name) is not installed beside handoff, so this reads all of history itself")
      return nil
    }
    let progress = ReadingProgress()
    // What keeps it from running is said by what it wrote, or is as good as its being missing.
    let run = Result { () throws(GitError) in
      try ChildProcess.run(
        program, ["."] + request.arguments, in: Environment.currentDirectory,
        environment: Environment.all, secondsOfSilence: secondsOfSilence
      ) { bytes in
        let line = String(decoding: bytes, as: UTF8.self)
        if let known = IndexProgress(line: line) { return progress.show(known) }
        progress.clear()
        Console.say(line)
      }
    }
    progress.clear()
    if case .success(nil) = run {
      Console.say(
        "\(name) gave no sign of life for \(secondsOfSilence) seconds and was ended, so this reads "
          + "all of history itself")
      return nil
    }
    guard let result = try? run.get(), [0, IndexAnswer.statusWithoutFile].contains(result.status),
      let answer = IndexAnswer(lines: result.output)
    else {
      Console.say("\(name) gave no answer, so this reads all of history itself")
      return nil
    }
    return (answer, result.status == 0)
  }
}
