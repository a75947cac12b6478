internal import Briefs
package import Diagnostics

/// A brief that promises anything says what is not included.
package struct MissingExclusions: Rule {
  package static let documentation = RuleDocumentation(
    id: "missing-exclusions", category: .content, weight: .errorOnceSubmitted,
    summary: "A brief that promises anything says what is not included.",
    rationale: "A promise without its limit is read as wide as the customer needs it.",
    remedy: "List what is not included, or say why nothing is excluded: `no_exclusions: …`.",
    accepts: [
      "!exclusions\nno_exclusions: Standard package, all of it is included.",
      "type: ae-to-support\npromises: []\nexclusions: []",
    ],
    rejects: [
      "⟪exclusions⟫: []", "⟪exclusions⟫:\n  - id: X1\n    text: \"\u{200B}\"",
      "⟪exclusions⟫:\n  - id: X1\n    text: tbd", "⟪exclusions⟫: none\nno_exclusions: n/a",
      "⟪exclusions⟫:\n  - id: X1\n    text: Training\n    withdrawn: Included after all.",
      "type: ae-to-support\n⟪exclusions⟫: []",
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    let brief = subject.brief
    guard isAsked(subject), !brief.items.contains(where: isExclusion),
      brief.fields[.noExclusions].map(\.string.isBlank) ?? true
    else { return [] }
    return [.missingExclusions(subject)]
  }

  private func isAsked(_ subject: Subject) -> Bool {
    if subject.type?.requires.contains(where: { $0.key == ItemList.exclusions.rawValue }) ?? false {
      return true
    }
    return subject.brief.items.contains {
      $0.list == .promises && $0.telling != nil && !$0.isWithdrawn
    }
  }

  /// Only an exclusion in words that a person stands by counts.
  private func isExclusion(_ item: Item) -> Bool {
    item.list == .exclusions && item.telling != nil && !item.isWithdrawn && !item.isUnadopted
  }
}

extension Finding {
  fileprivate static func missingExclusions(_ subject: Subject) -> Finding {
    Finding(
      rule: MissingExclusions.documentation.id, span: subject.brief.anchor(of: .exclusions),
      message: "the brief does not say what is not included",
      help: "`handoff add \(subject.commandName) exclusion \"…\"`, or say why there is none: "
        + "`handoff set \(subject.commandName) no_exclusions \"…\"`")
  }
}
