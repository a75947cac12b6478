internal import Briefs
package import Diagnostics
internal import Markdown

/// Each next step says who takes it.
package struct UnownedNextStep: Rule {
  package static let documentation = RuleDocumentation(
    id: "unowned-next-step", category: .wording, weight: .warning,
    summary: "Each next step says who takes it.",
    rationale: "A step that everybody read and nobody owns is found undone at the kickoff.",
    remedy: "Begin the step with a name: “Ana Ruiz sends the list of users.”",
    accepts: [
      """
      ## Next steps

      These are agreed:

      - Sam runs the kickoff workshop on 10 August.
      - Send the list of users: Ana.
        - all sites
      - Access to the ERP is for your IT department to open.
      - Jonas names the people of the workshop.
      - Sign the contract (economic buyer)
      """,
      "## Next steps\n\nNot discussed yet.\n",
      "## Next steps\n\nSam runs the kickoff workshop. It takes two hours.\n",
    ],
    rejects: [
      "## Next steps\n\n- ⟪Kickoff workshop on 10 August.⟫\n- Ana signs.\n- ⟪Access to the ERP⟫\n",
      "## Next steps\n\n⟪The contract has to be signed.⟫\n",
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    let words = subject.words
    let steps = words.passages.filter { $0.section == .nextSteps }
    let items = steps.filter { $0.block.kind == .listItem }
    let source = subject.brief.source
    let margin = items.map { source.column(of: $0.block) }.min() ?? 0
    var names: Set<String>?
    var findings: [Finding] = []
    for step in items.isEmpty ? steps.filter({ $0.block.kind == .paragraph }) : items {
      if step.block.kind == .listItem, source.column(of: step.block) > margin { continue }
      if saysNothing(step) || step.cues.contain(.owners) || namesSomebody(step) {
        continue
      }
      let known = names ?? subject.namesOfPeople
      names = known
      if step.words.contains(where: { known.contains($0.text) }) { continue }
      findings.append(.unowned(step.block))
    }
    return findings
  }

  private func saysNothing(_ step: BriefWords.Passage) -> Bool {
    step.words.isEmpty || step.block.text.isBlank || step.block.text.utf8.last == 0x3A
      || step.words.starts(with: ["not", "discussed"], by: { $0.text == $1 })
      || step.words.starts(with: ["not", "yet", "discussed"], by: { $0.text == $1 })
  }

  /// Whether somebody seems to be named whom the brief does not know: “Jonas sends”, “for Jonas”.
  ///
  /// It is better to miss a step without an owner than to doubt one that has it.
  private func namesSomebody(_ step: BriefWords.Passage) -> Bool {
    let words = step.words
    let verb = words.count > 1 ? words[1].text : ""
    if verb.utf8.count > 3, verb.utf8.last == UInt8(ascii: "s"), verb != "this" { return true }
    let bytes = Array(step.block.text.utf8)
    return words.dropFirst().contains { word in
      let written = bytes[word.range]
      return word.separation != .stop && (0x41...0x5A).contains(written.first ?? 0)
        && !written.dropFirst().allSatisfy { (0x41...0x5A).contains($0) }
        && !UnownedNextStep.calendar.contains(word.text)
    }
  }

  private static let calendar: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "easter", "christmas",
  ]
}

extension Subject {
  /// The words of the names and roles of all who may own a step.
  fileprivate var namesOfPeople: Set<String> {
    var names = policy.people.flatMap { [$0.name, $0.email] }
    for item in brief.items where item.list == .stakeholders {
      names += [.name, .role].compactMap { item.string($0) }
    }
    names += [brief.fields.string(.account)].compactMap { $0 }
    return Set(names.flatMap { Word.words(of: $0) }.map(\.text)).subtracting(["of", "the", "and"])
  }
}

extension SourceText {
  fileprivate func column(of block: MarkdownBlock) -> Int {
    block.span.lowerBound - lineStarts[line(at: block.span.lowerBound) - 1]
  }
}

extension Finding {
  fileprivate static func unowned(_ block: MarkdownBlock) -> Finding {
    Finding(
      rule: UnownedNextStep.documentation.id, span: block.span,
      message: "the next step “\(block.text.shortened(to: 60))” has no owner",
      help: "begin it with the name of who takes it, and say by when")
  }
}
