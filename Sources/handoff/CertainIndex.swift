internal import Git
internal import History
internal import Terminal

/// The index of a history; where the program that keeps it gives no answer, one that is built once
/// for this command.
final class CertainIndex {
  private let repository: Repository
  private var built: HistoryIndex?

  init(of repository: Repository) {
    self.repository = repository
  }

  /// The answer to a question.
  func answer(_ request: IndexRequest) throws(GitError) -> IndexAnswer {
    if let built { return built.answer(request) }
    if let (answer, _) = IndexProgram.answer(request) { return answer }
    let progress = ReadingProgress()
    defer { progress.clear() }
    let index = try HistoryIndex(of: request.tip, in: repository.place) { progress.show($0) }
    built = index
    return index.answer(request)
  }
}
