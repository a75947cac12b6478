internal import Briefs
internal import Diagnostics

// A waiver names a rule that there is and that may be waived.
extension UnresolvedReference {
  static func waivedRules(in subject: Subject) -> [Finding] {
    subject.brief.standingItems(in: .waivers).compactMap { waiver in
      guard let rule = waiver[.rule], !rule.string.isBlank else { return nil }
      guard let documentation = RuleCatalog.documentation(of: rule.string) else {
        return .unknownRule(rule, waiver)
      }
      return documentation.isWaivable ? nil : .neverWaived(rule, waiver, subject)
    }
  }
}

extension Finding {
  private static let rule = UnresolvedReference.documentation.id

  fileprivate static func unknownRule(_ name: Text, _ waiver: Item) -> Finding {
    let waivable = RuleCatalog.documentations.filter(\.isWaivable).map(\.id)
    return Finding(
      rule: rule, span: name.span, item: waiver.id,
      message: "\(waiver.nameInSentence) waives `\(name.string.shortened(to: 40))`, and there is "
        + "no such rule",
      help: NearestName.of(name.string, among: waivable).map { "did you mean `\($0)`?" }
        ?? "write the rule as the finding names it, such as `vague-promise`")
  }

  fileprivate static func neverWaived(
    _ name: Text, _ waiver: Item, _ subject: Subject
  ) -> Finding {
    Finding(
      rule: rule, span: name.span, item: waiver.id,
      message: "\(waiver.nameInSentence) waives `\(name.string)`, which nobody can waive",
      help: "mend what the rule finds (`handoff explain \(name.string)`), then "
        + "`handoff withdraw \(subject.reference(to: waiver)) --reason \"…\"`")
  }
}
