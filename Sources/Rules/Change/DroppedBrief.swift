internal import Briefs
package import Diagnostics

/// A brief stays in the repository under its id until the policy retires it.
package struct DroppedBrief: Rule {
  package static let documentation = RuleDocumentation(
    id: "dropped-brief", category: .change, weight: .alwaysError,
    summary: "A brief stays in the repository under its id until the policy retires it.",
    rationale: "With its file goes everything that was promised and excluded in it.",
    remedy:
      "Put the file back. To stop a handoff, keep the file with `status: cancelled`; to let the file go, a "
      + "person with the role policy first lists its id under `retired` in handoff.yaml.",
    accepts: [RuleExample("handoff: acme-onboarding", before: "handoff: acme-onboarding")],
    rejects: [RuleExample("⟪handoff⟫: acme-renamed", before: "handoff: acme-onboarding")])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    let lost = subject.previous.first { previous in
      isMissing(previous, in: subject) && !Departure.isAllowed(previous, by: subject.policy)
    }
    guard let lost else { return [] }
    let name = lost.id ?? subject.stem
    return [
      subject.isGone
        ? .isGone(name, lost, subject, Self.documentation.id)
        : .isRenamed(name, subject, Self.documentation.id)
    ]
  }

  /// Whether the file is gone, or bears another id while no other file bears the old one.
  private func isMissing(_ previous: Brief, in subject: Subject) -> Bool {
    if subject.isGone { return true }
    guard subject.brief.isSound, let id = previous.id else { return false }
    let keepsID = subject.brief.id.map { $0.utf8.elementsEqual(id.utf8) } ?? false
    return !keepsID && subject.surroundings.namesakes(id).isEmpty
  }
}

extension Finding {
  fileprivate static func isGone(
    _ name: String, _ brief: Brief, _ subject: Subject, _ rule: String
  ) -> Finding {
    Finding(
      rule: rule, span: subject.brief.anchor,
      message: "the brief \(name) is gone" + brief.counts,
      help: "put the file back: `git restore --source=HEAD --staged --worktree -- "
        + "\(subject.path.shellWord)`; to stop the handoff, keep it with `status: cancelled`; "
        + "to let it go for good, list it under `retired` in handoff.yaml in an earlier commit")
  }

  fileprivate static func isRenamed(
    _ name: String, _ subject: Subject, _ rule: String
  ) -> Finding {
    Finding(
      rule: rule, span: subject.brief.anchor,
      message: "no brief has the id \(name) any more",
      help: "keep the id: `handoff: \(name)`; folder and account may change, the id may not")
  }
}

extension Brief {
  /// What goes with the file, such as `, and with it 2 promises, 1 exclusion`.
  fileprivate var counts: String {
    let counted: [(ItemList, String)] = [
      (.promises, "promises"), (.exclusions, "exclusions"), (.customTerms, "custom terms"),
      (.risks, "risks"),
    ]
    let parts = counted.compactMap { list, plural -> String? in
      let count = items(in: list).count
      return count == 0 ? nil : "\(count) \(count == 1 ? list.noun : plural)"
    }
    return parts.isEmpty ? "" : ", and with it " + parts.joined(separator: ", ")
  }
}
