internal import Briefs
internal import Diagnostics

// Of two approvals of one instant the one further down counts, so their order is on record, too.
extension DroppedRecord {
  func outdatedApprovals(_ subject: Subject) -> [Finding] {
    guard !subject.isGone, subject.brief.isSound, !subject.previous.isEmpty else { return [] }
    let counted = subject.previous.flatMap(\.newestApprovals)
    let added = subject.addedApprovals
    return subject.brief.newestApprovals.compactMap { approval in
      guard let before = counted.first(where: { $0.role == approval.role }),
        !(counted + added).contains(where: { $0.isSameRecord(as: approval) }),
        subject.brief.approvals.contains(where: { $0.isSameRecord(as: before) })
      else { return nil }
      return .outdated(approval, before)
    }
  }
}

extension Finding {
  fileprivate static func outdated(_ approval: Approval, _ before: Approval) -> Finding {
    Finding(
      rule: DroppedRecord.documentation.id, span: approval.item.span,
      message:
        "an older \(approval.role) approval of \(before.item.string(.at) ?? "?") would count "
        + "again, since the two changed places",
      help: "put the approvals back in their order; a new one goes below them")
  }
}
