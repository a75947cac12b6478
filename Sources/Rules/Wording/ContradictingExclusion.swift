internal import Briefs
package import Diagnostics

/// No promise says what an exclusion excludes.
package struct ContradictingExclusion: Rule {
  package static let documentation = RuleDocumentation(
    id: "contradicting-exclusion", category: .wording, weight: .warning,
    summary: "No promise says what an exclusion excludes.",
    rationale: "Where a brief says both, the client will remember the promise.",
    remedy: "Withdraw one of the two, or narrow the promise and write the exclusion's id in its "
      + "`bounded_by`.",
    accepts: [
      """
      promises:
        - id: P1
          text: Training for all key users.
          bounded_by: [X1]
        - id: P2
          text: Single sign-on, without on-site training.
        - id: P3
          text: Training of the trainers at each site.
      exclusions:
        - id: X1
          text: Training for users outside of finance.
        - id: X2
          text: On-site training.
      """,
      """
      promises:
        - id: P1
          text: Training for key users.
      exclusions:
        - id: X1
          text: No training for key users.
          withdrawn: It is part of the deal now.
      """,
    ],
    rejects: [
      """
      promises:
        - id: P1
          text: ⟪Two days of on-site training for finance.⟫
      exclusions:
        - id: X1
          text: No on-site trainings.
      """,
      """
      promises:
        - id: P1
          text: ⟪Migration of the archive⟫
          bounded_by: [X1]
      exclusions:
        - id: X1
          text: Migration of the archive
      """,
      """
      promises:
        - id: P1
          text: ⟪Training for finance.⟫
      exclusions:
        - id: X1
          text: Training.
      """,
    ])

  package init() {}

  /// Thousands of promises and exclusions are nobody's brief, and must not keep a gate busy.
  private static let pairLimit = 100_000

  /// An exclusion of one word bounds only a promise that says little else.
  private static let shortPromise = 4

  package func check(_ subject: Subject) -> [Finding] {
    let words = subject.words
    guard words.promises.count * words.exclusions.count <= ContradictingExclusion.pairLimit else {
      return []
    }
    var findings: [Finding] = []
    for promise in words.promises {
      let exclusion = words.exclusions.first { contradicts(promise, $0) }
      guard let exclusion, !promise.cues.contain(.limits), !promise.cues.contain(.negations)
      else { continue }
      findings.append(.contradicting(promise, exclusion, subject))
    }
    return findings
  }

  private func contradicts(
    _ promise: BriefWords.Statement, _ exclusion: BriefWords.Statement
  ) -> Bool {
    let excluded = exclusion.content
    guard !excluded.stems.isEmpty, excluded.areAll(in: promise.content) else { return false }
    if excluded.stems.count == promise.content.stems.count { return true }
    if excluded.stems.count == 1,
      promise.content.stems.count > ContradictingExclusion.shortPromise
    {
      return false
    }
    let bounds = promise.item.fields.list(.boundedBy)
    return !bounds.contains { bound in
      exclusion.item.id.map { $0.utf8.elementsEqual(bound.string.utf8) } ?? false
    }
  }
}

extension Finding {
  fileprivate static func contradicting(
    _ promise: BriefWords.Statement, _ exclusion: BriefWords.Statement, _ subject: Subject
  ) -> Finding {
    Finding(
      rule: ContradictingExclusion.documentation.id, span: promise.text.span,
      item: promise.item.id,
      message: "\(promise.item.nameInSentence) promises what \(exclusion.item.nameInSentence) "
        + "excludes",
      help: "withdraw one of the two with "
        + "`handoff withdraw \(subject.reference(to: promise.item)) --reason \"…\"`, or narrow the "
        + "promise and write `bounded_by: [\(exclusion.item.id ?? "X1")]` below it")
  }
}
