internal import Briefs
package import Diagnostics

/// A promise cites the evidence that it rests on.
package struct UncitedPromise: Rule {
  package static let documentation = RuleDocumentation(
    id: "uncited-promise", category: .content, weight: .errorOnceSubmitted,
    summary: "A promise cites the evidence that it rests on.",
    rationale: "What nobody can trace, nobody can defend when the customer asks.",
    remedy: "`handoff cite BRIEF/ITEM \"the words\"` finds them in the evidence and writes "
      + "`source` and `quote`. What is on no record yet is added first: `handoff add BRIEF evidence "
      + "FILE --kind KIND`; what was only said aloud: `handoff add BRIEF evidence \"the words\" "
      + "--kind spoken --by ADDRESS --date DAY`, then `handoff set BRIEF/ITEM source ID`.",
    accepts: [
      "promises:\n  - id: P1\n    text: SSO by May\n    source: E1#L3",
      "promises:\n  - id: P1\n    text: SSO by May\n    withdrawn: Not wanted any more.",
      RuleExample(
        "after: [acme-sdr]\npromises:\n  - id: P2\n    text: SSO by May\n    carried: acme-sdr/P1",
        others: ["handoffs/acme/acme-sdr.md": "handoff: acme-sdr"]),
    ],
    rejects: [
      "promises:\n  - id: P1\n    text: ⟪SSO by May⟫",
      "promises:\n  - id: P1\n    text: ⟪SSO by May⟫\n    source:",
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    var findings: [Finding] = []
    for item in subject.brief.items where item.list == .promises {
      guard let text = item.telling, !item.isWithdrawn, !item.isOneLine, item[.source] == nil,
        !isCitedEarlier(item, subject)
      else { continue }
      findings.append(.uncited(item, text, subject))
    }
    return findings
  }

  /// Whether the promise is carried on from a brief that cites it.
  private func isCitedEarlier(_ item: Item, _ subject: Subject) -> Bool {
    guard let parts = item.string(.carried)?.split(separator: "/"), parts.count == 2 else {
      return false
    }
    let earlier = subject.surroundings.brief(String(parts[0]))
    return earlier?.item(String(parts[1]), in: .promises)?[.source] != nil
  }
}

extension Finding {
  fileprivate static func uncited(_ item: Item, _ text: Text, _ subject: Subject) -> Finding {
    Finding(
      rule: UncitedPromise.documentation.id, span: text.span, item: item.id,
      message: "\(item.nameInSentence) names no source",
      help: help(item, subject))
  }

  private static func help(_ item: Item, _ subject: Subject) -> String {
    let cite = "`handoff cite \(subject.reference(to: item)) \"the words\"`"
    let evidence = subject.brief.standingItems(in: .evidence).filter { $0.id != nil }
    let record = evidence.first { $0[.file] != nil } ?? evidence.first
    if let record, let id = record.id {
      let place = record[.file] == nil ? id : "\(id)#L14"
      return "\(cite), or write where it was said, such as `source: \(place)`"
    }
    let add = "`handoff add \(subject.commandName) evidence"
    return "add the record, \(add) FILE --kind call-notes`, then \(cite); "
      + "what was only said aloud: \(add) \"the words\" --kind spoken --by ADDRESS --date \(subject.day)`, then "
      + "`handoff set \(subject.reference(to: item)) source ID`"
  }
}
