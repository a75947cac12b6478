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

  /// The answer to a question; nil, after a line that says so, where the index gives none.
  static func answer(_ request: IndexRequest) -> IndexAnswer? {
    guard let program = RunningProgram.companion(name) else {
      Console.say("\(name) is not installed beside handoff, so this reads all of history itself")
      return nil
    }
    // What keeps it from running is said by what it wrote, or is as good as its being missing.
    let result = try? ChildProcess.run(
      program, ["."] + request.arguments, in: Environment.currentDirectory,
      environment: Environment.all, sharesErrors: true)
    guard let result, result.status == 0, let answer = IndexAnswer(lines: result.output) else {
      Console.say("\(name) gave no answer, so this reads all of history itself")
      return nil
    }
    return answer
  }

  /// The answer to a question from the index, else from an index built for it alone.
  static func certainAnswer(
    _ request: IndexRequest, of repository: Repository
  ) throws(GitError) -> IndexAnswer {
    if let answer = answer(request) { return answer }
    let progress = ReadingProgress()
    defer { progress.clear() }
    return try HistoryIndex(of: request.tip, in: repository.place) { progress.show($0) }
      .answer(request)
  }
}
