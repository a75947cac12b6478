internal import Briefs
package import Diagnostics

/// The briefs that a brief comes after are in the repository.
package struct MissingPredecessor: Rule {
  package static let documentation = RuleDocumentation(
    id: "missing-predecessor", category: .content, weight: .errorOnceSubmitted,
    summary: "The briefs that a brief comes after are in the repository.",
    rationale: "What was promised before is found through the briefs that came before.",
    remedy: "Correct the id in `after`, or bring the earlier brief into the repository.",
    accepts: [
      RuleExample(
        "after: [acme-sdr]", others: ["handoffs/acme/acme-sdr.md": "handoff: acme-sdr"])
    ],
    rejects: ["after: [⟪acme-sdr⟫]", "after: ⟪acme-onboarding⟫"])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    subject.brief.fields.list(.after).compactMap { earlier in
      let id = earlier.string
      guard Identifiers.isBriefID(id) else { return nil }
      if subject.brief.id == id { return .afterItself(earlier) }
      if subject.surroundings.brief(id) != nil { return nil }
      let isRetired = subject.policy.retired.contains { $0.id.utf8.elementsEqual(id.utf8) }
      return isRetired ? nil : .missing(earlier)
    }
  }
}

extension Finding {
  fileprivate static func missing(_ earlier: Text) -> Finding {
    Finding(
      rule: MissingPredecessor.documentation.id, span: earlier.span,
      message: "the brief comes after \(earlier.string), which is not in the repository",
      help: "correct the id in `after`; `handoff list` shows all briefs")
  }

  fileprivate static func afterItself(_ earlier: Text) -> Finding {
    Finding(
      rule: MissingPredecessor.documentation.id, span: earlier.span,
      message: "the brief says that it comes after itself",
      help: "name the earlier brief in `after`, or delete the line")
  }
}
