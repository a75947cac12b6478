internal import Briefs
package import Git
internal import Workspace

/// Why a question about history has no answer.
package enum LedgerFailure: Error, Sendable {
  /// Nothing in the history that can be read is called so; the nearest name of a brief or an account,
  /// where one is near.
  case unknown(String, nearest: String?)

  /// The brief has no such item in the history that can be read; the nearest id.
  case unknownItem(brief: String, item: String, nearest: String?)

  /// Nothing was committed by the moment asked about.
  case nothingCommitted

  /// The repository cannot be read.
  case unreadable(GitError)
}

extension LedgerFailure {
  /// Answers by what may fail for any of these reasons.
  static func catching<Answer>(_ answer: () throws -> Answer) throws(LedgerFailure) -> Answer {
    do {
      return try answer()
    } catch let failure as LedgerFailure {
      throw failure
    } catch let error as GitError {
      throw .unreadable(error)
    } catch {
      preconditionFailure("nothing else is thrown there")
    }
  }
}

extension Ledger {
  /// Why a brief's history has no answer about an item.
  func failure(toFind item: String, in record: BriefRecord) throws(GitError) -> LedgerFailure {
    guard !record.history.steps.isEmpty else {
      return .unknown(record.id, nearest: try nearestName(to: record.id))
    }
    let known = Set(record.history.events.compactMap(\.change.item.id)).sorted()
    return .unknownItem(brief: record.id, item: item, nearest: NearestName.of(item, among: known))
  }
}
