internal import Diagnostics
internal import Git
internal import History
internal import Reports

/// A question to the history of the repository here, as it was at a moment.
struct HistoryQuestion {
  let repository: Repository
  let moment: Moment
  let ledger: Ledger

  /// Opens the repository at what `--on` says, else at the newest commit.
  init(on typed: String? = nil) throws {
    repository = try Environment.openRepository()
    HistoryWords.sayWhatIsIgnored(in: repository)
    moment = try Moment(asked: typed, in: repository)
    ledger = Ledger(
      in: repository, at: moment, guide: IndexGuide(to: moment, of: repository))
  }

  /// Whether all of history can be read: only then it is known that something is not in it.
  var isComplete: Bool {
    get throws {
      try CommandFailure.catching { () throws(GitError) in try ledger.gaps() }.isEmpty
    }
  }

  /// What was looked through, as sentences call it.
  func searched() throws -> String {
    let gaps = try CommandFailure.catching { () throws(GitError) in try ledger.gaps() }
    let part = gaps.isEmpty ? "" : "what can be read of "
    guard case .revision(let name) = moment.meaning else { return part + "the history of HEAD" }
    return part + "the history of HEAD and \(name)"
  }

  /// What to do where there is no answer: the nearest name, else where to look, and what of history
  /// is not here.
  func hints(nearest: String?) throws -> [String] {
    let look =
      repository.isBare ? "git ls-tree -r --name-only HEAD" : "handoff list"
    let gaps = try CommandFailure.catching { () throws(GitError) in try ledger.gaps() }
    return [nearest.map { "did you mean \($0)?" } ?? "see what there is: \(look)"]
      + CompletenessOptions.words(on: gaps)
  }

  /// The answer about the item that a person names as BRIEF/ITEM.
  func answer<Answer>(
    about name: String,
    _ ask: (_ item: String, _ brief: String, _ path: [UInt8]?) throws(LedgerFailure) -> Answer
  ) throws -> Answer {
    let named = try ItemNamed(name, in: self)
    do throws(LedgerFailure) {
      return try ask(named.item, named.brief, named.path)
    } catch {
      throw try failure(error)
    }
  }

  private func failure(_ failure: LedgerFailure) throws -> CommandFailure {
    switch failure {
    case .unknown(let brief, let nearest):
      if try isComplete, let failure = HistoryWords.uncommitted(brief, at: moment) {
        return failure
      }
      return CommandFailure(
        "there is no brief \(brief) in \(try searched())",
        hints: try hints(nearest: nearest.map(\.shellWord)))
    case .unknownItem(let brief, let item, let nearest):
      return CommandFailure(
        "\(brief) has no item \(item) in \(try searched())",
        hints: try hints(nearest: nearest.map { "\(brief)/\($0)" }))
    case .unreadBrief(let brief, let item, let nearest, let gaps):
      return CommandFailure(
        "whether \(brief) has an item \(item) is not known, since not all of it can be read",
        hints: (nearest.map { ["did you mean \(brief)/\($0)?"] } ?? [])
          + CompletenessOptions.words(on: gaps))
    case .nothingCommitted:
      return HistoryWords.uncommitted("", at: moment)
        ?? CommandFailure(moment.words.joined(separator: "; "))
    case .unreadable(let error): return CommandFailure(error)
    }
  }
}
