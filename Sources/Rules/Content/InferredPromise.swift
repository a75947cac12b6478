internal import Briefs
package import Diagnostics

/// A promise was made by somebody, not inferred.
package struct InferredPromise: Rule {
  package static let documentation = RuleDocumentation(
    id: "inferred-promise", category: .content, weight: .errorOnceSubmitted,
    summary: "A promise was made by somebody, not inferred.",
    rationale:
      "What we only read into a call is a question or an expectation, and is settled as one.",
    remedy: "Ask the client and note the answer, or move the item to `expectations`.",
    accepts: [
      "promises:\n  - id: P1\n    text: SSO by May\n    source: E1\n    confidence: stated"
    ],
    rejects: [
      "promises:\n  - id: P1\n    text: SSO by May\n    source: E1\n    confidence: ⟪inferred⟫"
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    var findings: [Finding] = []
    for item in subject.brief.items where item.list == .promises {
      guard !item.isWithdrawn, let confidence = item[.confidence], confidence.string == "inferred"
      else { continue }
      findings.append(.inferred(item, confidence, subject))
    }
    return findings
  }
}

extension Finding {
  fileprivate static func inferred(
    _ item: Item, _ confidence: Text, _ subject: Subject
  ) -> Finding {
    Finding(
      rule: InferredPromise.documentation.id, span: confidence.span, item: item.id,
      message: "\(item.nameInSentence) is inferred: nobody said it",
      help:
        "ask whoever knows with `handoff add \(subject.commandName) question \"…\"`, or move it to "
        + "`expectations` with `basis: implied`; once it was said, write `confidence: stated`")
  }
}
