internal import Briefs
package import Diagnostics

/// An id names one brief of the repository.
package struct DuplicateBrief: Rule {
  package static let documentation = RuleDocumentation(
    id: "duplicate-brief", category: .reading, weight: .alwaysError,
    summary: "An id names one brief of the repository.",
    rationale: "Approvals and history belong to an id; a copy would borrow them.",
    remedy: "Give the newer brief an id of its own and name its file after it.",
    accepts: [
      RuleExample(
        "handoff: acme-onboarding",
        others: ["handoffs/acme/acme-sdr.md": "handoff: acme-sdr"])
    ],
    rejects: [
      RuleExample(
        "handoff: ⟪acme-onboarding⟫",
        others: ["handoffs/old/acme-onboarding.md": "handoff: acme-onboarding"])
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let id = subject.brief.fields[.handoff] else { return [] }
    return subject.surroundings.namesakes(id.string)
      .filter { !$0.utf8.elementsEqual(subject.path.utf8) }
      .map { .duplicate(id, path: $0) }
  }
}

extension Finding {
  fileprivate static func duplicate(_ id: Text, path: String) -> Finding {
    Finding(
      rule: DuplicateBrief.documentation.id, span: id.span,
      message: "“\(id.string.shortened(to: 64))” is also the id of the brief in \(path)",
      help: "give the newer of the two an id of its own and name its file after it")
  }
}
