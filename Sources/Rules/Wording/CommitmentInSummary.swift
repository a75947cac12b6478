internal import Briefs
package import Diagnostics
internal import Markdown

/// The summary commits us to nothing that is not written down as a promise.
package struct CommitmentInSummary: Rule {
  package static let documentation = RuleDocumentation(
    id: "commitment-in-summary", category: .wording, weight: .warning,
    summary: "The summary commits us to nothing that is not written down as a promise.",
    rationale:
      "The client reads the summary as what was agreed, and nobody approves a sentence in it.",
    remedy: "Write it below `promises`, with its source; or take it out of the summary.",
    accepts: [
      """
      promises:
        - id: P1
          text: Custom weekly revenue report by 1 September.
      ## Business priorities

      You will get the weekly revenue report by 1 September. We will not build dashboards.
      Will we migrate the archive?

      ## Next steps

      - We will send the agenda of the workshop to Ana Ruiz.
      """,
      "## Business impact\n\nThe former vendor included on-site training; nobody came.\n",
      "## Timeline\n\nWe will go live with finance on 1 October 2026.\n",
    ],
    rejects: [
      "## Business priorities\n\nClose faster. ⟪We'll also migrate your whole archive.⟫\n",
      "## Next steps\n\n- ⟪Hosting in your own cloud is *included* free of charge.⟫\n",
      """
      exclusions:
        - id: X1
          text: On-site training.
      ## Current situation

      Acme closes in nine days. ⟪The rollout comes with on-site training.⟫
      """,
    ])

  package init() {}

  /// Sentences that may be compared with what was agreed: more are nobody's summary, and must not
  /// keep a gate busy.
  private static let comparisonLimit = 200_000

  package func check(_ subject: Subject) -> [Finding] {
    let words = subject.words
    var findings: [Finding] = []
    var agreed: [ContentWords]?
    var comparisons = 0
    for passage in words.passages where mayCommit(passage) {
      let known = agreed ?? subject.agreedContent
      agreed = known
      for sentence in passage.block.sentences {
        comparisons += known.count + words.exclusions.count
        if comparisons > CommitmentInSummary.comparisonLimit { return findings }
        let finding = finding(sentence, in: passage.section, agreed: known, subject)
        if let finding { findings.append(finding) }
      }
    }
    return findings
  }

  private func mayCommit(_ passage: BriefWords.Passage) -> Bool {
    [.commitments, .guarantees, .inclusions].contains { passage.cues.contain($0) }
  }

  private func finding(
    _ sentence: MarkdownSentence, in section: SummarySection?, agreed: [ContentWords],
    _ subject: Subject
  ) -> Finding? {
    let words = Word.words(of: sentence.text)
    let cues = subject.words.cues(in: words)
    let content = ContentWords(words)
    guard content.stems.count >= 2, !sentence.text.isQuestionOrQuotation,
      !cues.contain(.limits), !cues.contain(.negations),
      !agreed.contains(where: content.matches)
    else { return nil }
    if cues.contain(.inclusions),
      let exclusion = subject.words.exclusions.first(where: {
        $0.content.stems.count >= 2 && $0.content.areAll(in: content)
      })
    {
      return .includesExcluded(exclusion.item, sentence)
    }
    let isPlan = section == .nextSteps || section == .timeline
    let commits =
      cues.contain(.guarantees) || !isPlan && cues.contain(.commitments)
    return commits ? .commits(sentence, subject) : nil
  }
}

extension String {
  /// Whether it asks, or gives what somebody said.
  fileprivate var isQuestionOrQuotation: Bool {
    utf8.contains(UInt8(ascii: "?")) || ["\"", "“", "„", "«", "‘"].contains { hasPrefix($0) }
  }
}

extension Subject {
  /// What approvals cover anyway, so that the summary may say it again.
  fileprivate var agreedContent: [ContentWords] {
    var texts = brief.standingItems(in: .requirements).compactMap(\.telling?.string)
    texts += brief.standingItems(in: .customTerms).compactMap(\.telling?.string)
    texts += brief.standingItems(in: .successCriteria).map { criterion in
      [.metric, .target, .baseline].compactMap { criterion.string($0) }.joined(separator: " ")
    }
    texts += [.firstMilestone, .followUp].compactMap { brief.block($0)?.fields.string(.text) }
    if let goal = brief.fields.string(.goal) { texts.append(goal) }
    return words.promises.map(\.content) + texts.map { ContentWords($0) }
  }
}

extension Finding {
  fileprivate static func commits(_ sentence: MarkdownSentence, _ subject: Subject) -> Finding {
    Finding(
      rule: CommitmentInSummary.documentation.id, span: sentence.span,
      message: "the summary commits us to what no promise says: "
        + "“\(sentence.text.shortened(to: 60))”",
      help: "`handoff add \(subject.commandName) promise \"…\"` with its source, or take it out of "
        + "the summary")
  }

  fileprivate static func includesExcluded(
    _ exclusion: Item, _ sentence: MarkdownSentence
  ) -> Finding {
    Finding(
      rule: CommitmentInSummary.documentation.id, span: sentence.span, item: exclusion.id,
      message: "the summary includes what \(exclusion.nameInSentence) excludes: "
        + "“\(sentence.text.shortened(to: 60))”",
      help: "take it out of the summary, or say there that it is not included")
  }
}
