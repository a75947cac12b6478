internal import Briefs
package import Diagnostics

/// A promise says what and by when, without a hedge.
package struct VaguePromise: Rule {
  package static let documentation = RuleDocumentation(
    id: "vague-promise", category: .wording, weight: .warning,
    summary: "A promise says what and by when, without a hedge.",
    rationale:
      "“We should be able to” is a yes to the client and a maybe to whoever has to deliver it.",
    remedy:
      "Say what exactly, and by when; what nobody promised is a question: `handoff add BRIEF question`.",
    accepts: [
      "promises:\n  - id: P1\n    text: Weekly revenue report by 1 September.\n    source: E1",
      "promises:\n  - id: P1\n    text: Ana might get SSO.\n    withdrawn: Not wanted any more.",
      "promises:\n  - id: P1\n    text: Unlikely orders are flagged as soon as they come in.",
    ],
    rejects: [
      "promises:\n  - id: P1\n    text: We ⟪should be able to⟫ do SSO by May.",
      "promises:\n  - id: P1\n    text: \"SSO ⟪asap⟫: hopefully in May\"",
      "promises:\n  - id: P1\n    text: Reports, exports ⟪etc⟫.\n    source: E1",
      "promises:\n  - id: P1\n    text: ⟪We’ll try⟫ to be there at every close.",
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    subject.words.promises.compactMap { promise in
      guard let hedge = promise.cues.first(.hedges) else { return nil }
      return .vague(promise, promise.words.bytes(of: hedge), subject)
    }
  }
}

extension Finding {
  fileprivate static func vague(
    _ promise: BriefWords.Statement, _ hedge: Range<Int>, _ subject: Subject
  ) -> Finding {
    Finding(
      rule: VaguePromise.documentation.id,
      span: promise.text.span(of: hedge, in: subject.brief.source), item: promise.item.id,
      message: "\(promise.item.nameInSentence) is vague: it says “"
        + promise.text.string.slice(hedge) + "”",
      help: "say what exactly and by when with "
        + "`handoff set \(subject.reference(to: promise.item)) text \"…\"`; if nobody knows, "
        + "`handoff add \(subject.commandName) question \"…\"`")
  }
}
