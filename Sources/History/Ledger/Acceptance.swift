internal import Briefs
package import Git
internal import Workspace

/// The last time that a handoff was accepted.
package struct Acceptance: Sendable {
  /// The commit that said so first; of history that is cut short, the first that can be read.
  package let deed: Deed

  /// Whether the commit before that one cannot be read, so that somebody else may have accepted it.
  package let isCutShort: Bool

  /// Whether that is since only the file cannot be read there, and history goes on before it.
  package let isBehindUnread: Bool

  /// The newest commit that has the words as they were accepted.
  package let last: ObjectID

  /// The approvals that it needed and had; nil where that is not known.
  package internal(set) var approvals: AcceptedApprovals?
}

extension BriefRecord {
  /// The last acceptance among the steps that lead to a commit, the newest of which is first; nil
  /// where there is none.
  func acceptance(
    among steps: [BriefTrace.Step], _ deeds: inout DeedReader
  ) throws(GitError) -> Acceptance? {
    var last: ObjectID?
    var pending: Set<ObjectID> = []
    var beginnings: [BriefTrace.Step] = []
    for step in steps where last == nil || pending.remove(step.commit) != nil {
      guard try isAccepted(step) else { continue }
      last = last ?? step.commit
      var before: [ObjectID] = []
      for earlier in history.order.before(step).compactMap({ self.step($0) })
      where try isAccepted(earlier) {
        before.append(earlier.commit)
      }
      if before.isEmpty { beginnings.append(step) }
      pending.formUnion(before)
    }
    guard let last, let first = beginnings.first(where: { !$0.isCutShort }) ?? beginnings.first
    else { return nil }
    return Acceptance(
      deed: deeds.deed(first.commit), isCutShort: first.isCutShort,
      isBehindUnread: first.isBehindUnread, last: last)
  }

  private func isAccepted(_ step: BriefTrace.Step) throws(GitError) -> Bool {
    let brief = try trace.brief(of: step)
    return brief.isSound && brief.status?.isAcceptedOrLater ?? false
  }
}
