internal import Briefs
package import Diagnostics

/// A promise is no firmer than the words it rests on.
package struct HardenedPromise: Rule {
  package static let documentation = RuleDocumentation(
    id: "hardened-promise", category: .wording, weight: .warning,
    summary: "A promise is no firmer than the words it rests on.",
    rationale: "A maybe on the call that becomes a yes in the brief is found out in delivery.",
    remedy: "Have it said, and cite that; or write the promise as softly as it was said.",
    accepts: [
      """
      promises:
        - id: P1
          text: SSO by May, if legal agrees.
          quote: we can do SSO by May if legal agrees
        - id: P2
          text: Weekly revenue report.
          quote: No problem, you will get the weekly revenue report. Dashboards we can't do.
        - id: P3
          text: Import of the customer master.
          quote: Can you import the customer master? Yes, we will do that.
        - id: P4
          text: Nobody types a figure twice.
          quote: you will not type any figure twice
      """
    ],
    rejects: [
      """
      promises:
        - id: P1
          text: ⟪We do SSO.⟫
          quote: we might be able to do SSO if legal agrees
      """,
      "promises:\n  - id: P1\n    text: ⟪SSO by May⟫\n    quote: We can do SSO by May if legal agrees.",
      "promises:\n  - id: P1\n    text: ⟪SSO by May⟫\n    quote: could you do SSO by May?",
      "promises:\n  - id: P1\n    text: ⟪SSO by May⟫\n    quote: it would be great to have SSO by May",
      "promises:\n  - id: P1\n    text: ⟪SSO by May⟫\n    quote: we won’t have SSO by May",
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    subject.words.promises.compactMap { promise in
      guard let quote = promise.item.string(.quote), !quote.isBlank,
        let softness = softness(of: quote, against: promise, subject.words)
      else { return nil }
      return .hardened(promise, softness, subject)
    }
  }

  /// What makes a quote softer than its promise, as the quote says it.
  fileprivate struct Softness {
    let verb: String
    let words: String

    static func question(_ quote: String) -> Softness {
      Softness(verb: "asks", words: quote.shortened(to: 50))
    }
  }

  private func softness(
    of quote: String, against promise: BriefWords.Statement, _ briefWords: BriefWords
  ) -> Softness? {
    let words = Word.words(of: quote)
    let cues = briefWords.cues(in: words)
    guard HardenedPromise.softLists.contains(where: cues.contain) else {
      return quote.endsAsQuestion ? .question(quote) : nil
    }
    let sentences = words.parts { $0.separation == .stop }.about(promise.content)
    let clauses = words.parts { $0.separation == .stop || $0.text == "but" }
      .about(promise.content)
    let hasLimit = [.limits, .negations, .guarantees].contains(where: promise.cues.contain)
    let hasHedge = promise.cues.contain(.hedges) || promise.cues.contain(.spokenHedges)
    let hasCondition = promise.cues.contain(.conditions)
    func firstCue(_ list: CueList, in parts: [ArraySlice<Word>]) -> String? {
      for part in parts.prefix(HardenedPromise.partLimit) {
        if let cue = cues.first(list, within: part.indices) {
          return quote.slice(words.bytes(of: cue.lowerBound..<part.endIndex)).shortened(to: 50)
        }
      }
      return nil
    }
    if !hasHedge, !hasCondition {
      let hedge = firstCue(.hedges, in: sentences) ?? firstCue(.spokenHedges, in: sentences)
      if let hedge { return Softness(verb: "hedges", words: hedge) }
    }
    if !hasCondition, !hasHedge, !hasLimit, let condition = firstCue(.conditions, in: sentences) {
      return Softness(verb: "sets a condition", words: condition)
    }
    if !hasLimit, !hasCondition, let negation = firstCue(.negations, in: clauses) {
      return Softness(verb: "negates", words: negation)
    }
    if !cues.contain(.agreements), let request = firstCue(.requests, in: sentences) {
      return Softness(verb: "asks", words: request)
    }
    return quote.endsAsQuestion ? .question(quote) : nil
  }

  private static let softLists: [CueList] = [
    .hedges, .spokenHedges, .conditions, .negations, .requests,
  ]

  /// Sentences of a quote that are looked at: more are nobody's quote.
  private static let partLimit = 20
}

extension [Word] {
  /// The words cut before each one that begins a new part.
  fileprivate func parts(beginningWhere begins: (Word) -> Bool) -> [ArraySlice<Word>] {
    var parts: [ArraySlice<Word>] = []
    var start = 0
    for index in indices.dropFirst() where begins(self[index]) {
      parts.append(self[start..<index])
      start = index
    }
    return parts + [self[start...]]
  }
}

extension [ArraySlice<Word>] {
  /// The parts that speak of the same; all where none does.
  fileprivate func about(_ content: ContentWords) -> [ArraySlice<Word>] {
    if count == 1 { return self }
    let same = filter { ContentWords($0).sharedCount(with: content) > 0 }
    return same.isEmpty ? self : same
  }
}

extension String {
  /// Whether its last mark, but for quotation marks, is a question mark.
  fileprivate var endsAsQuestion: Bool {
    let last = unicodeScalars.last { scalar in
      !scalar.properties.isWhitespace && !"\"'”“’»)".unicodeScalars.contains(scalar)
    }
    return last == "?"
  }
}

extension Finding {
  fileprivate static func hardened(
    _ promise: BriefWords.Statement, _ softness: HardenedPromise.Softness, _ subject: Subject
  ) -> Finding {
    Finding(
      rule: HardenedPromise.documentation.id, span: promise.text.span, item: promise.item.id,
      message: "\(promise.item.nameInSentence) is firmer than its quote, which \(softness.verb): "
        + "“\(softness.words)”",
      help: "write it as it was said with "
        + "`handoff set \(subject.reference(to: promise.item)) text \"…\"`, or cite where it was "
        + "promised with `handoff cite \(subject.reference(to: promise.item)) \"the words\"`")
  }
}
