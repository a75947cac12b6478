internal import Briefs
internal import Diagnostics

// An approval is given after those that are there, and not in the future: the newest counts.
extension InvalidValue {
  func misdatedApprovals(_ subject: Subject) -> [Finding] {
    let approvals = subject.brief.approvals
    return subject.addedApprovals.compactMap { added in
      guard let at = added.at, let text = added.item[.at] else { return nil }
      if at.date.dayNumber > subject.day.dayNumber + 1 {
        return .future(added, text, subject)
      }
      let known = subject.previous.flatMap(\.approvals)
      let above = approvals.prefix { $0.item.span != added.item.span }
      let later = (known + above).first { other in
        other.role == added.role && other.at.map { at < $0 } ?? false
      }
      return later.map { .earlier(added, text, than: $0, subject) }
    }
  }
}

extension Finding {
  /// A day of grace, for clocks that differ.
  fileprivate static func future(
    _ approval: Approval, _ at: Text, _ subject: Subject
  ) -> Finding {
    Finding(
      rule: InvalidValue.documentation.id, span: at.span,
      message: "the \(approval.role) approval by \(subject.label(of: approval.by)) is dated "
        + "\(at.string.shortened(to: 40)), which is still to come",
      help: "write when it was given, in UTC")
  }

  fileprivate static func earlier(
    _ approval: Approval, _ at: Text, than other: Approval, _ subject: Subject
  ) -> Finding {
    Finding(
      rule: InvalidValue.documentation.id, span: at.span,
      message: "the \(approval.role) approval by \(subject.label(of: approval.by)) is dated before "
        + "one that is there, of \(other.item.string(.at) ?? ""), and would not count",
      help: "write when it was given, in UTC; the newest approval of a role counts")
  }
}
