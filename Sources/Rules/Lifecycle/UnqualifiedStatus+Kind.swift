internal import Briefs
internal import Diagnostics

// A submitted term does not become one of a kind that somebody else reviews.
extension UnqualifiedStatus {
  func otherKinds(_ subject: Subject) -> [Finding] {
    if subject.submittedVersions.isEmpty { return [] }
    return subject.brief.standingItems(in: .customTerms).compactMap { otherKind($0, subject) }
  }

  private func otherKind(_ term: Item, _ subject: Subject) -> Finding? {
    guard let id = term.id, let kind = term.string(.kind), let field = term[.kind] else {
      return nil
    }
    let others = subject.submittedVersions.compactMap { version -> String? in
      let before = version.item(id, in: .customTerms)?.string(.kind)
      return before == kind ? nil : before
    }
    guard others.count == subject.submittedVersions.count, let before = others.first else {
      return nil
    }
    let reviewer = subject.policy.reviewer(ofTermsOf: before, on: subject.earliestDay)
    guard reviewer != subject.policy.reviewer(ofTermsOf: kind, on: subject.earliestDay),
      !subject.policy.rolesOfType(of: subject.brief).contains(reviewer)
    else { return nil }
    return .otherKind(term, before, field, subject)
  }
}

extension Finding {
  fileprivate static func otherKind(
    _ term: Item, _ before: String, _ kind: Text, _ subject: Subject
  ) -> Finding {
    Finding(
      rule: UnqualifiedStatus.documentation.id, span: kind.span, item: term.id,
      message: "\(term.label) was submitted as a \(before.shortened(to: 40)) term, and as a "
        + "\(kind.string.shortened(to: 40)) term nobody with the role "
        + "\(before.shortened(to: 40)) would review it",
      help: "put the kind back; where it was wrong, the sender sets `status: draft` with the right "
        + "kind, and submits anew")
  }
}
