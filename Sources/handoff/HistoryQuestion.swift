internal import Git
internal import History

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

  /// The answer about the item that a person names as BRIEF/ITEM.
  func answer<Answer>(
    about name: String,
    _ ask: (_ item: String, _ brief: String, _ path: [UInt8]?) throws(LedgerFailure) -> Answer
  ) throws -> Answer {
    let named = try ItemNamed(name, at: moment, in: repository)
    do throws(LedgerFailure) {
      return try ask(named.item, named.brief, named.path)
    } catch {
      throw HistoryWords.uncommitted(named.brief, at: moment, in: error) ?? CommandFailure(error)
    }
  }
}
