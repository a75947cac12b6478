internal import Briefs
package import Diagnostics

/// The summary, which the customer reads, repeats nothing that is internal.
package struct LeakedInternal: Rule {
  package static let documentation = RuleDocumentation(
    id: "leaked-internal", category: .content, weight: .errorOnceSubmitted,
    summary: "The summary, which the customer reads, repeats nothing that is internal.",
    rationale: "What was noted about the customer is not what was meant for the customer.",
    remedy: "Say it in words for the customer, or take it out of the summary.",
    accepts: [
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
    ])

  package init() {}

  /// A run of so many words that the summary shares with internal text is no chance.
  private static let runLength = 5
  private static let shortestText = 3

  package func check(_ subject: Subject) -> [Finding] {
    let brief = subject.brief
    let internals = brief.items.flatMap(\.internalTexts)
    if internals.isEmpty { return [] }
    let summary = SummaryWords(brief.source.bytes[brief.body])
    var places: [Int: [UInt64: [Int]]] = [:]
    var openly: [Int: Set<UInt64>] = [:]
    var findings: [Finding] = []
    for (item, text) in internals {
      let words = SummaryWords(text.string)
      let length = min(words.hashes.count, LeakedInternal.runLength)
      guard length >= LeakedInternal.shortestText else { continue }
      var index = places[length] ?? summary.places(ofRunsOf: length)
      let shared = Set(words.runs(of: length)).filter { index[$0] != nil }
      if !shared.isEmpty {
        let told = openly[length] ?? runsToldOpenly(length, in: brief)
        openly[length] = told
        // What one item's finding names is not named again for the next: time stays linear.
        let starts = shared.subtracting(told).flatMap { index.removeValue(forKey: $0) ?? [] }
        findings += spans(of: starts.sorted(), length, summary).map { .leaked(item, $0, brief) }
      }
      places[length] = index
    }
    return findings
  }

  /// What the customer is told anyway: the goal, and what was agreed.
  private func runsToldOpenly(_ length: Int, in brief: Brief) -> Set<UInt64> {
    var told = Set(brief.fields.string(.goal).map { SummaryWords($0).runs(of: length) } ?? [])
    for item in brief.items where item.isForCustomer {
      if let text = item.telling { told.formUnion(SummaryWords(text.string).runs(of: length)) }
    }
    for entry in brief.blocks where entry.block == .firstMilestone {
      if let text = entry.fields.string(.text) {
        told.formUnion(SummaryWords(text).runs(of: length))
      }
    }
    return told
  }

  /// The bytes of the summary from the first shared word to the last, for runs that overlap.
  private func spans(of starts: [Int], _ length: Int, _ summary: SummaryWords) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for start in starts {
      if let last = runs.last, start <= last.upperBound {
        runs[runs.count - 1] = last.lowerBound..<(start + length)
      } else {
        runs.append(start..<(start + length))
      }
    }
    return runs.map { run in
      summary.spans[run.lowerBound].lowerBound..<summary.spans[run.upperBound - 1].upperBound
    }
  }
}

extension SummaryWords {
  fileprivate func places(ofRunsOf length: Int) -> [UInt64: [Int]] {
    var places: [UInt64: [Int]] = [:]
    for (place, run) in runs(of: length).enumerated() { places[run, default: []].append(place) }
    return places
  }
}

extension Item {
  /// What of the item is for the two owners only.
  fileprivate var internalTexts: [(Item, Text)] {
    let names: [FieldName]
    switch list {
    case .risks: names = [.text, .settled]
    case .sensitivities: names = [.text]
    case .stakeholders: names = [.notes]
    case .returns: names = [.note, .answer]
    case .emails: names = [.note]
    case .leftBehind: names = [.reason]
    case .promises, .exclusions, .expectations, .customTerms, .successCriteria, .requirements,
      .objections, .support, .questions, .evidence, .approvals, .incidents, .waivers:
      return []
    }
    return names.compactMap { name in self[name].map { (self, $0) } }
  }

  fileprivate var isForCustomer: Bool {
    switch list {
    case .promises, .exclusions, .customTerms, .successCriteria, .requirements: true
    case .expectations, .stakeholders, .risks, .objections, .sensitivities, .support, .questions,
      .evidence, .approvals, .returns, .emails, .incidents, .waivers, .leftBehind:
      false
    }
  }
}

extension Finding {
  fileprivate static func leaked(_ item: Item, _ span: Range<Int>, _ brief: Brief) -> Finding {
    let words = brief.source[span].shortened(to: 60)
    return Finding(
      rule: LeakedInternal.documentation.id, span: span, item: item.id,
      message:
        "the summary repeats “\(words)” of \(item.list.noun) \(item.name), which is internal",
      help: "say it in words for the customer, or take it out of the summary")
  }
}
