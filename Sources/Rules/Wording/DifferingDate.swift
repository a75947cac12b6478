internal import Briefs
package import Diagnostics
internal import Markdown

/// The timeline names the days that the brief names.
package struct DifferingDate: Rule {
  package static let documentation = RuleDocumentation(
    id: "differing-date", category: .wording, weight: .warning,
    summary: "The timeline names the days that the brief names.",
    rationale: "The client plans by the summary and delivery by the field; they meet too late.",
    remedy: "Correct the one that is wrong: the summary, or `go_live` or `kickoff`.",
    accepts: [
      """
      go_live: 2026-10-01
      kickoff: 2026-08-10
      ## Timeline

      Kickoff on 10 Aug, live on October 1st, 2026; training goes on until 15 October. The go-live
      moves from 1 September to 1 October.

      - Data import two weeks before the go-live, 15 September 2026
      """,
      "!go_live\nno_go_live: The board decides.\n## Timeline\n\nLive on 1 October 2027.\n",
    ],
    rejects: [
      "## Timeline\n\nKickoff workshop on ⟪11 August 2026⟫.\n\n- Go-live: ⟪2026-11-01⟫\n",
      """
      go_live: 2026-10-01
      ## Timeline

      You go live on ⟪October 1, 2027⟫, and kick off on
      the ⟪9th of *August⟫*.
      """,
      "go_live: 2026-10-01\n## Timeline\n\nOn ⟪1 Nov⟫ you go live.\n",
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    let words = subject.words
    let days = [(FieldName.goLive, CueList.goLive), (.kickoff, .kickoff)].compactMap { name, list in
      subject.brief.fields.date(name).map { AgreedDay(field: name, date: $0, cues: list) }
    }
    if days.isEmpty { return [] }
    return words.passages.filter { $0.section == .timeline }
      .flatMap { findings(in: $0, days, subject) }
  }

  /// A paragraph with more dates than these is a calendar.
  private static let dateLimit = 50

  private struct AgreedDay {
    let field: FieldName
    let date: CalendarDate
    let cues: CueList
  }

  private func findings(
    in passage: BriefWords.Passage, _ days: [AgreedDay], _ subject: Subject
  ) -> [Finding] {
    let dates = WrittenDate.all(in: passage.words)
    guard (1...DifferingDate.dateLimit).contains(dates.count) else { return [] }
    let events = days.map { passage.cues.all($0.cues) }
    var findings: [Finding] = []
    for date in dates {
      guard let index = event(of: date, events, passage.words) else { continue }
      let day = days[index]
      // Where the right day is named too, another one tells of a change or of a span of time.
      if dates.contains(where: { $0.isSame(as: day.date) }) { continue }
      let bytes = passage.words.bytes(of: date.words)
      findings.append(
        .differing(
          passage.block.text.slice(bytes), passage.block.span(ofUTF8: bytes), day.field, day.date,
          subject))
    }
    return findings
  }

  /// Which event a date is that of: the one right before it in its clause, else the one behind it.
  private func event(of date: WrittenDate, _ events: [[Range<Int>]], _ words: [Word]) -> Int? {
    let before = events.firstIndex { cues in
      cues.contains { cue in
        cue.upperBound <= date.words.lowerBound
          && isFilling(cue.upperBound..<date.words.lowerBound, upTo: date.words.lowerBound, words)
      }
    }
    return before
      ?? events.firstIndex { cues in
        cues.contains { cue in
          date.words.upperBound <= cue.lowerBound
            && isFilling(date.words.upperBound..<cue.lowerBound, upTo: cue.lowerBound, words)
        }
      }
  }

  /// Whether the words between an event and a date only tie the two together.
  private func isFilling(_ between: Range<Int>, upTo last: Int, _ words: [Word]) -> Bool {
    between.count <= 6 && between.allSatisfy { DifferingDate.fillers.contains(words[$0].text) }
      && (between.lowerBound...last).allSatisfy { words[$0].separation == .space }
  }

  private static let fillers: Set<String> = [
    "a", "at", "be", "by", "call", "date", "day", "fixed", "for", "friday", "from", "in", "is",
    "it", "meeting", "monday", "of", "on", "our", "planned", "scheduled", "session", "set", "the",
    "thursday", "to", "tuesday", "we", "wednesday", "will", "workshop", "you", "your",
  ]
}

extension Finding {
  fileprivate static func differing(
    _ written: String, _ span: Range<Int>, _ field: FieldName, _ date: CalendarDate,
    _ subject: Subject
  ) -> Finding {
    let event = field == .goLive ? "go-live" : "kickoff"
    return Finding(
      rule: DifferingDate.documentation.id, span: span,
      message: "the timeline names \(written.collapsingWhiteSpace) for the \(event), and "
        + "`\(field.rawValue)` says \(date)",
      help: "correct the day here, or "
        + "`handoff set \(subject.commandName) \(field.rawValue) \(date)` with the right one")
  }
}
