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

  /// What there is of the brief cannot be read, so that it is not known whether it has such an item;
  /// the nearest id that is known.
  case unreadBrief(brief: String, item: String, nearest: String?, gaps: [HistoryGap])

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
    let known = Set(record.history.events.compactMap(\.change.item.id)).sorted()
    let nearest = known.contains(item) ? nil : NearestName.of(item, among: known)
    // What only came before what is here, as in a shallow clone, is told of the whole history.
    let gaps =
      try record.gaps.filter { $0.missing == nil || record.history.steps.isEmpty }
      + [record.gapOfBrokenVersion()].compactMap { $0 }
    if !gaps.isEmpty {
      return .unreadBrief(brief: record.id, item: item, nearest: nearest, gaps: gaps.merged())
    }
    guard !record.history.steps.isEmpty else {
      return .unknown(record.id, nearest: try nearestName(to: record.id))
    }
    return .unknownItem(brief: record.id, item: item, nearest: nearest)
  }
}

extension BriefRecord {
  /// The newest version that is there and is no brief; nil where there is none.
  fileprivate func gapOfBrokenVersion() throws(GitError) -> HistoryGap? {
    for step in history.steps.reversed() where !step.isUnread {
      let brief = try trace.brief(of: step)
      if !brief.isSound {
        return HistoryGap(broken: brief, id, at: step.path, of: step.commit, says: "said there")
      }
    }
    return nil
  }
}
