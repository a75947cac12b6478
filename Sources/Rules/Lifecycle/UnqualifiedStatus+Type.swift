internal import Briefs
internal import Diagnostics

// A submitted brief does not become one of a type that fewer people must approve.
extension UnqualifiedStatus {
  func looserType(_ subject: Subject) -> [Finding] {
    guard let name = subject.brief.type, let type = subject.policy.types[name] else { return [] }
    let others = subject.submittedVersions.filter { $0.type != name }
    guard others.count == subject.submittedVersions.count, let before = others.first else {
      return []
    }
    let lost = subject.policy.rolesOfType(of: before).filter { !type.approvals.contains($0) }
    let losesOwner = before.type == BriefType.ownerChangeName
    guard losesOwner || !lost.isEmpty else { return [] }
    return [.looserType(before.type ?? "", lost.isEmpty ? ["old owner's"] : lost, subject)]
  }
}

extension Finding {
  fileprivate static func looserType(
    _ before: String, _ lost: [String], _ subject: Subject
  ) -> Finding {
    Finding(
      rule: UnqualifiedStatus.documentation.id,
      span: subject.brief.fields[.type]?.span ?? subject.brief.anchor,
      message: "\(subject.name) was submitted as \(before.shortened(to: 40)), and as "
        + "\((subject.brief.type ?? "").shortened(to: 40)) it would do without the "
        + "\(lost.joined(separator: " and ")) approval",
      help: "put the type back; where it was wrong, the sender sets `status: draft` with the right "
        + "type, and submits anew")
  }
}
