internal import Briefs
package import Diagnostics

/// A brief's type is one that the team uses.
package struct UnknownType: Rule {
  package static let documentation = RuleDocumentation(
    id: "unknown-type", category: .reading, weight: .alwaysError,
    summary: "A brief's type is one that the team uses.",
    rationale: "The type says what must be there and who must agree; an unknown one asks nothing.",
    remedy: "Write a type that the message names, or have it added to handoff.yaml.",
    accepts: ["type: owner-change"],
    rejects: ["type: ⟪sales-to-implementaton⟫", "type: ⟪referral⟫"])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let type = subject.brief.fields[.type], subject.type == nil else { return [] }
    return [.unknownType(type, among: subject.policy.types.keys.sorted())]
  }
}

extension Finding {
  fileprivate static func unknownType(_ type: Text, among names: [String]) -> Finding {
    let near = NearestName.of(type.string, among: names)
    return Finding(
      rule: UnknownType.documentation.id, span: type.span,
      message: "“\(type.string.shortened(to: 40))” is no type of handoff that we know",
      help: (near.map { "did you mean `type: \($0)`? The types are " } ?? "the types are ")
        + names.joined(separator: ", "))
  }
}
