internal import Briefs
package import Diagnostics

/// The policy can be read, and means what it says.
package struct InvalidPolicy: Rule {
  package static let documentation = RuleDocumentation(
    id: "invalid-policy", category: .policy, weight: .alwaysError,
    summary: "The policy can be read, and means what it says.",
    rationale: "A roster that nobody can read lets nobody approve, or everybody.",
    remedy: "Mend handoff.yaml as the message says; its schema is schema/handoff.schema.json.",
    accepts: [], rejects: [])

  package init() {}

  /// The rule speaks of the policy, never of a brief.
  package func check(_ subject: Subject) -> [Finding] { [] }

  static func findings(in change: PolicyChange) -> [Finding] {
    guard let after = change.after else { return [] }
    let unknown = after.severity.keys.filter { RuleCatalog.documentation(of: $0) == nil }.sorted()
    return after.findings + unknown.map { .unknownRule($0, in: after.source) }
  }
}

extension Finding {
  fileprivate static func unknownRule(_ rule: String, in source: SourceText) -> Finding {
    let near = NearestName.of(rule, among: RuleCatalog.documentations.map(\.id))
    return Finding(
      rule: InvalidPolicy.documentation.id, span: source.firstRange(of: rule),
      message: "`severity` in handoff.yaml names the rule \(rule), which there is not",
      help: near.map { "did you mean \($0)? " } ?? "" + "`handoff explain` lists all rules")
  }
}

extension SourceText {
  /// Where a word stands first; the first line where it does not.
  fileprivate func firstRange(of word: String) -> Range<Int> {
    let wanted = Array(word.utf8)
    let last = bytes.count - wanted.count
    guard last >= 0, let start = (0...last).first(where: { bytes[$0...].starts(with: wanted) })
    else { return range(ofLine: 1) }
    return start..<(start + wanted.count)
  }
}
