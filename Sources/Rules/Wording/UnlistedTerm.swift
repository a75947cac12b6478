internal import Briefs
package import Diagnostics

/// A promise of a price, a penalty or the like has a custom term.
package struct UnlistedTerm: Rule {
  package static let documentation = RuleDocumentation(
    id: "unlisted-term", category: .wording, weight: .warning,
    summary: "A promise of a price, a penalty or the like has a custom term.",
    rationale:
      "A discount that stands among the promises is one that pricing and legal never see.",
    remedy: "Write the term below `custom_terms` with its kind, so that it is reviewed.",
    accepts: [
      """
      promises:
        - id: P1
          text: The 10% discount of year one is on every invoice.
        - id: P2
          text: The price list is imported each night.
      custom_terms:
        - id: T1
          kind: pricing
          text: 10% discount in year one.
      """
    ],
    rejects: [
      """
      promises:
        - id: P1
          text: Three sites by May, with a ⟪discount⟫ of 10%.
        - id: P2
          text: 99.9% ⟪uptime⟫ from the first day on.
        - id: P3
          text: The client may leave with one ⟪month's notice⟫.
      custom_terms:
        - id: T1
          kind: legal
          text: Liability is limited to the fees of one year.
        - id: T2
          kind: pricing
          text: 10% discount in year one.
          withdrawn: Not agreed in the end.
      """,
      "promises:\n  - id: P1\n    text: \"⟪GDPR⟫: deletion on request\"\ncustom_terms: []",
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    let words = subject.words
    let terms = subject.brief.standingItems(in: .customTerms)
      .compactMap { $0.telling.map { words.cues(in: Word.words(of: $0.string)) } }
    let topics = UnlistedTerm.topics.filter { topic in !terms.contains { $0.contain(topic.list) } }
    var findings: [Finding] = []
    for promise in words.promises {
      for topic in topics {
        guard let cue = promise.cues.first(topic.list) else { continue }
        findings.append(.unlisted(promise, topic, promise.words.bytes(of: cue), subject))
        break
      }
    }
    return findings
  }

  /// What only a custom term may agree, and who reviews it.
  fileprivate struct Topic {
    let list: CueList
    let noun: String
    let kind: String
  }

  private static let topics = [
    Topic(list: .discount, noun: "a discount", kind: "pricing"),
    Topic(list: .penalty, noun: "a penalty", kind: "legal"),
    Topic(list: .price, noun: "a price", kind: "pricing"),
    Topic(list: .liability, noun: "liability", kind: "legal"),
    Topic(list: .notice, noun: "notice", kind: "legal"),
    Topic(list: .dataProtection, noun: "data protection", kind: "legal"),
    Topic(list: .serviceLevel, noun: "a service level", kind: "legal"),
    Topic(list: .exclusivity, noun: "exclusivity", kind: "legal"),
  ]
}

extension Finding {
  fileprivate static func unlisted(
    _ promise: BriefWords.Statement, _ topic: UnlistedTerm.Topic, _ cue: Range<Int>,
    _ subject: Subject
  ) -> Finding {
    Finding(
      rule: UnlistedTerm.documentation.id,
      span: promise.text.span(of: cue, in: subject.brief.source), item: promise.item.id,
      message: "\(promise.item.nameInSentence) speaks of \(topic.noun), and no custom term has it",
      help: "write the term below `custom_terms` with `kind: \(topic.kind)`, so that it is "
        + "reviewed")
  }
}
