internal import Briefs
package import Diagnostics
internal import Markdown

/// The summary is written for the client, not pasted from notes, a transcript or an email.
package struct PastedNotes: Rule {
  package static let documentation = RuleDocumentation(
    id: "pasted-notes", category: .wording, weight: .warning,
    summary: "The summary is written for the client, not pasted from notes or a transcript.",
    rationale: "Pasted notes say who spoke; the client has to see what was understood.",
    remedy:
      "Keep the notes as evidence with `handoff add BRIEF evidence --file FILE`, and write in your "
      + "own words what they mean.",
    accepts: [
      """
      ## Current situation

      In Ana's words:

      > We lose days.
      > Nobody knows why.

      ## Decision process and key stakeholders

      Ana Ruiz: decides.
      Jonas Weber: speaks for finance.

      ## Next steps

      - Sam: runs the workshop at 14:20.
      - Ana: signs.
      """
    ],
    rejects: [
      "## Current situation\n\n⟪00:14:20 Ana: we close in nine days⟫\n00:14:25 Dana: I see\n",
      "## Current situation\n\nNine days.\n\n⟪Ana Ruiz: We close in nine days.⟫\nDana: I see.\n",
      "## Current situation\n\n⟪00:14:20.000 --> 00:14:25.000⟫\nWe close in nine days.\n",
      "## Next steps\n\nSam calls.\n\n⟪Sent from my⟫ iPhone\n",
      "## Next steps\n\nSam calls.\n\n⟪On Mon, 3 Aug 2026, Ana Ruiz wrote:⟫\n> > Fine.\n",
      "## Current situation\n\nThey close in [⟪inaudible⟫] days.\n",
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    if subject.summary.exceedsLimits { return [] }
    let place = firstLine(in: subject) ?? firstCue(in: subject)
    return place.map { [.pasted($0, subject)] } ?? []
  }

  /// A line as a recorder or a mail program writes it.
  private func firstLine(in subject: Subject) -> Range<Int>? {
    let brief = subject.brief
    let source = brief.source
    let speakers = brief.body.isEmpty ? [] : subject.speakers
    var labelled = spansWithoutLabels(in: subject)[...]
    var candidates: [NoteLine.Kind: Range<Int>] = [:]
    guard source.line(at: brief.body.lowerBound) <= source.lineStarts.count else { return nil }
    for number in source.line(at: brief.body.lowerBound)...source.lineStarts.count {
      let range = source.range(ofLine: number).clamped(to: brief.body)
      let line = source.bytes[range].trimmed
      guard let kind = NoteLine.kind(of: line, speakers) else { continue }
      labelled = labelled.drop { $0.upperBound <= line.startIndex }
      if kind == .speaker, labelled.first?.contains(line.startIndex) ?? false { continue }
      // One line of these proves nothing: people write times, name people and quote.
      if kind.isProof { return line.indices }
      if let first = candidates[kind] { return first }
      candidates[kind] = line.indices
    }
    return nil
  }

  private func firstCue(in subject: Subject) -> Range<Int>? {
    for passage in subject.words.passages {
      if let cue = passage.cues.first(.notes) {
        return passage.block.span(ofUTF8: passage.words.bytes(of: cue))
      }
    }
    return nil
  }

  /// Where people are listed by name, as they should be.
  private func spansWithoutLabels(in subject: Subject) -> [Range<Int>] {
    var spans: [SummarySection: Range<Int>] = [:]
    for passage in subject.words.passages {
      guard let section = passage.section, section != .timeline else { continue }
      let start = spans[section]?.lowerBound ?? passage.block.span.lowerBound
      spans[section] = start..<max(start, passage.block.span.upperBound)
    }
    return Array(spans.values)
  }
}

extension Subject {
  /// The names that a transcript may begin a line with, first names alone included.
  fileprivate var speakers: Set<String> {
    var names = [brief.fields.string(.from), brief.fields.string(.to)]
      .compactMap { $0.flatMap { policy.person($0)?.name } }
    names += brief.items.filter { $0.list == .stakeholders }.compactMap { $0.string(.name) }
    var speakers: Set<String> = ["agent", "customer", "interviewer", "speaker", "host"]
    for name in names {
      let words = Word.words(of: name).map(\.text)
      speakers.insert(words.joined(separator: " "))
      if let first = words.first { speakers.insert(first) }
    }
    return speakers
  }
}

extension Finding {
  fileprivate static func pasted(_ span: Range<Int>, _ subject: Subject) -> Finding {
    Finding(
      rule: PastedNotes.documentation.id, span: span,
      message: "the summary holds pasted notes: "
        + "“\(subject.brief.source[span].shortened(to: 60))”",
      help: "keep them with `handoff add \(subject.commandName) evidence --kind call-notes "
        + "--file FILE`, and write here in your own words what they mean")
  }
}
