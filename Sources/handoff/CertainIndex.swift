internal import Git
internal import History
internal import Terminal

/// The index of a history; where the program that keeps it gives no answer, one that is built once
/// for this command.
final class CertainIndex {
  private let repository: Repository
  private var built: HistoryIndex?
  private var isBuiltHere = false

  init(of repository: Repository) {
    self.repository = repository
  }

  /// The answer to a question.
  func answer(_ request: IndexRequest) throws(GitError) -> IndexAnswer {
    if let built { return built.answer(request) }
    if !isBuiltHere, let (answer, _) = IndexProgram.answer(request) { return answer }
    isBuiltHere = true
    let progress = ReadingProgress()
    defer { progress.clear() }
    let index = try HistoryIndex(of: request.tip, in: repository.place) { progress.show($0) }
    built = index
    return index.answer(request)
  }

  /// Does by answers of the program what may fail since they are older than damage to an object; then
  /// again by those of an index that is built now, and says what cannot be read.
  func certain<Answer>(_ answer: () throws(GitError) -> Answer) throws(GitError) -> Answer {
    do throws(GitError) {
      return try answer()
    } catch {
      if isBuiltHere { throw error }
      isBuiltHere = true
      return try answer()
    }
  }
}
