internal import Briefs
package import Diagnostics

/// A handoff that ends with a first milestone says what, who and when.
package struct MissingMilestone: Rule {
  package static let documentation = RuleDocumentation(
    id: "missing-milestone", category: .content, weight: .errorOnceSubmitted,
    summary: "A handoff that ends with a first milestone says what, who and when.",
    rationale: "The first thing that works is what the customer remembers of the handoff.",
    remedy: "Write `first_milestone` with `text`, `owner` and `due`.",
    accepts: [
      "first_milestone:\n  text: Kickoff\n  owner: sam@northwind.example\n  due: 2026-08-10",
      "type: owner-change\n!first_milestone",
    ],
    rejects: [
      "!first_milestone\n⟪handoff⟫: acme-onboarding", "⟪first_milestone⟫:",
      "⟪first_milestone⟫:\n  text: tbd\n  owner: sam@northwind.example",
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    let entry = subject.brief.block(.firstMilestone)
    let key = Block.firstMilestone.rawValue
    guard entry != nil || subject.type?.requires.contains(where: { $0.key == key }) ?? false
    else { return [] }
    let missing = [FieldName.text, .owner, .due].filter { name in
      entry?.fields[name].map(\.string.isBlank) ?? true
    }
    return missing.isEmpty ? [] : [.missingMilestone(missing, entry, subject)]
  }
}

extension Finding {
  fileprivate static func missingMilestone(
    _ missing: [FieldName], _ entry: Brief.BlockEntry?, _ subject: Subject
  ) -> Finding {
    let names = missing.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    return Finding(
      rule: MissingMilestone.documentation.id, span: entry?.keySpan ?? subject.brief.anchor,
      message: entry == nil
        ? "the brief names no first milestone" : "the first milestone does not say \(names)",
      help: missing.map { name in
        "`handoff set \(subject.commandName) first_milestone.\(name.rawValue) "
          + "\(example(of: name, subject))`"
      }.joined(separator: ", "))
  }

  private static func example(of name: FieldName, _ subject: Subject) -> String {
    switch name {
    case .owner: "name@company.example"
    case .due: subject.exampleDay
    default: "\"…\""
    }
  }
}
