internal import Briefs
package import Diagnostics
internal import Markdown

/// The summary, which the customer reads, repeats nothing that is internal.
package struct LeakedInternal: Rule {
  package static let documentation = RuleDocumentation(
    id: "leaked-internal", category: .content, weight: .errorOnceSubmitted,
    summary: "The summary, which the customer reads, repeats nothing that is internal.",
    rationale: "What was noted about the customer is not what was meant for the customer.",
    remedy: "Say it in words for the customer, or take it out of the summary.",
    accepts: [
      "## Timeline\n\nNot discussed yet with the finance team of Acme.",
      """
      sensitivities:
        - id: N1
          text: Ana was passed over for the board
      ## Next steps

      Sam runs the kickoff workshop. Ana was invited.
      """,
      """
      goal: Close the month in three days
      risks:
        - id: R1
          text: Close the month in three days is bold
          severity: low
          status: open
      ## Next steps

      We close the month in three days.
      """,
      """
      risks:
        - id: R1
          text: Custom weekly revenue report by 1 September is tight, and data quality
          severity: low
          status: open
        - id: R2
          text: Data quality
          severity: low
          status: open
      ## Next steps

      Sam sends the custom weekly revenue report by 1 September. Data quality is looked at.
      """,
    ],
    rejects: [
      """
      sensitivities:
        - id: N1
          text: Ana was passed over for the board
      ## Next steps

      Since ⟪Ana was passed
      over for the board⟫, Sam runs the workshop.
      """,
      """
      risks:
        - id: R1
          text: Champion may leave
          severity: low
          status: open
      ## Next steps

      The “⟪champion may leave⟫” talk.
      """,
      """
      stakeholders:
        - id: S1
          name: Ana Ruiz
          role: buyer
          notes: Wants to be promoted before the summer break at any price
      ## Next steps

      Who ⟪wants to be promoted before the summer⟫ decides.
      """,
      """
      sensitivities:
        - id: N1
          text: Ana was passed over for the board
      ## Next steps

      ⟪Ana w&#97;s pas<!-- -->sed o*v*er for the board, so Sam runs the workshop.⟫
      """,
      """
      exclusions:
        - id: X1
          text: Dashboards
          reason: Our reporting team has no people before spring. Dull.
      ## Next steps

      ⟪Our reporting team has no people before spring⟫, so Sam starts.
      """,
      "## Timeline\n\n⟪Not discussed yet. Ask Ana if they are broke.⟫\n",
      "## Timeline\n\n⟪Not discussed yet (ask Ana).⟫\n",
      """
      promises:
        - id: P1
          text: ⟪SSO by May. Ana was passed over for the board.⟫
          source: E1#L14
      sensitivities:
        - id: N1
          text: Ana was passed over for the board
      """,
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    let brief = subject.brief
    let notes = undiscussed(subject).map { Finding.undiscussed($0) }
    var internalWords = InternalWords(of: brief)
    if internalWords.isEmpty { return notes }
    let body = brief.source.bytes[brief.body]
    let written = internalWords.leaks(in: SummaryWords(body))
    let known = Set(written.map(\.item.span.lowerBound))
    let hidden = hidden(in: body, subject, &internalWords)
      .filter { !known.contains($0.leak.item.span.lowerBound) }
    return written.map { .leaked($0.item, $0.span, brief) }
      + hidden.map { .leaked($0.leak.item, as: $0.words, $0.span) }
      + agreed(in: brief, internalWords) + notes
  }

  /// Where a section says that it was not discussed yet, and then more: only the whole of it could
  /// be left out.
  private func undiscussed(_ subject: Subject) -> [Range<Int>] {
    subject.summary.sections.compactMap { section in
      let blocks = section.blocks.filter { $0.kind != .html && !$0.text.isBlank }
      guard let first = blocks.first, let rest = first.text.behindNotDiscussed,
        blocks.count > 1 || rest.contains(where: { $0.properties.isAlphabetic })
      else { return nil }
      return first.span
    }
  }

  /// What the client reads though nobody sees it in the file: marks, tags and numbers of
  /// characters may stand within a word.
  private func hidden(
    in body: ArraySlice<UInt8>, _ subject: Subject, _ internalWords: inout InternalWords
  ) -> [(leak: InternalWords.Leak, words: String, span: Range<Int>)] {
    let marks = Array("&<*_`\\[".utf8)
    guard body.contains(where: { marks.contains($0) }) else { return [] }
    let content = SummaryContent(of: subject.brief, summary: subject.summary, kind: .call)
    let shown = content.sections.map { section in
      section.heading + "\n" + (MarkdownPlainText.render(section.markdown) ?? "")
    }.joined(separator: "\n")
    return internalWords.leaks(in: SummaryWords(shown)).map { leak in
      let words = String(decoding: Array(shown.utf8)[leak.span], as: UTF8.self)
      let block = subject.summary.blocks.first {
        SummaryWords($0.text).repeats(SummaryWords(words))
      }
      return (leak, words, block?.span ?? subject.brief.body)
    }
  }

  /// What the account's name, a client's or the words that were agreed tell: they are rendered, too.
  private func agreed(in brief: Brief, _ internalWords: InternalWords) -> [Finding] {
    let texts = brief.renderedTexts
    return internalWords.sentences(in: texts.map { SummaryWords($0.text.string) })
      .map { place, item in
        Finding.leaked(item, in: texts[place].text, called: texts[place].name)
      }
  }
}

extension SummaryWords {
  fileprivate func repeats(_ words: SummaryWords) -> Bool {
    let length = words.hashes.count
    return runs(of: length).contains { words.runs(of: length).contains($0) }
  }
}

extension Brief {
  /// The texts of the front-matter that messages hold, each with what sentences call it.
  fileprivate var renderedTexts: [(name: String, text: Text)] {
    var texts: [(String, Text?)] = [
      ("the brief's id", fields[.handoff]), ("the account's name", fields[.account]),
    ]
    for item in items where !item.isWithdrawn {
      switch item.list {
      case .promises: texts += [(item.name, item.telling), (item.name, item[.due])]
      case .exclusions, .customTerms: texts.append((item.name, item.telling))
      case .stakeholders: texts.append(("the name of \(item.name)", item.telling))
      case .expectations, .successCriteria, .risks, .requirements, .objections, .sensitivities,
        .support, .questions, .evidence, .approvals, .returns, .emails, .incidents, .waivers,
        .leftBehind:
        break
      }
    }
    return texts.compactMap { name, text in text.map { (name, $0) } }
  }
}

extension String {
  /// What follows “Not discussed yet” where that is all of a sentence; nil where it is not.
  fileprivate var behindNotDiscussed: Substring.UnicodeScalarView? {
    var rest = Substring(self).unicodeScalars.drop { !$0.properties.isAlphabetic }
    var words: [String] = []
    while words.count < 3 {
      let word = rest.prefix { $0.properties.isAlphabetic }
      let isKnown = ["not", "discussed", "yet"].contains { $0 == String(word).lowercased() }
      if word.isEmpty || !isKnown { break }
      words.append(String(word).lowercased())
      let behind = rest[word.endIndex...]
      let next = behind.drop { $0.properties.isWhitespace }
      rest = words.count == 3 || !(next.first?.properties.isAlphabetic ?? false) ? behind : next
    }
    let phrases = [
      ["not", "discussed", "yet"], ["not", "yet", "discussed"], ["not", "discussed"],
    ]
    guard phrases.contains(words) else { return nil }
    let next = rest.first { !$0.properties.isWhitespace }
    return next?.properties.isAlphabetic ?? false ? nil : rest
  }
}

extension Finding {
  fileprivate static func undiscussed(_ span: Range<Int>) -> Finding {
    Finding(
      rule: LeakedInternal.documentation.id, span: span,
      message: "the section says that this was not discussed yet, and then more, so the customer "
        + "would read all of it",
      help: "keep one or the other: “Not discussed yet” alone is left out; a note to yourself goes "
        + "under `questions:`",
      severity: .warning)
  }

  fileprivate static func leaked(_ item: Item, _ span: Range<Int>, _ brief: Brief) -> Finding {
    leaked(item, as: brief.source[span], span)
  }

  fileprivate static func leaked(_ item: Item, as words: String, _ span: Range<Int>) -> Finding {
    Finding(
      rule: LeakedInternal.documentation.id, span: span, item: item.id,
      message: "the summary repeats “\(words.shortened(to: 60))” of \(item.list.noun) "
        + "\(item.name), which is internal",
      help: "say it in words for the customer, or take it out of the summary")
  }

  fileprivate static func leaked(_ item: Item, in text: Text, called name: String) -> Finding {
    Finding(
      rule: LeakedInternal.documentation.id, span: text.span, item: item.id,
      message: "\(name) repeats \(item.list.noun) \(item.name), which is internal, and the "
        + "customer reads it",
      help: "say it in words for the customer")
  }
}
