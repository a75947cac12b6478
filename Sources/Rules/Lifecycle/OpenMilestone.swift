internal import Briefs
package import Diagnostics

/// A brief that is done has taken the last step of its type.
package struct OpenMilestone: Rule {
  package static let documentation = RuleDocumentation(
    id: "open-milestone", category: .lifecycle, weight: .errorOnceDone,
    summary: "A brief that is done has taken the last step of its type.",
    rationale: "The handoff ends when the customer has seen the first result, not before.",
    remedy: "When the step is taken, write `status: done` and `done_on:` of the first milestone or "
      + "the follow-up. A support brief needs each person's `debrief:`.",
    accepts: [
      """
      first_milestone:
        text: Kickoff workshop with finance
        owner: sam@northwind.example
        due: 2026-08-10
        status: done
        done_on: 2026-08-10
      """,
      """
      type: ae-to-support
      support:
        - id: U1
          person: noor@northwind.example
          kind: engineer
          role: shows the integration
          needed: 15 minutes
          not_needed: the rest of the call
          debrief: Went well; they use SAP.
      """,
    ],
    rejects: [
      """
      first_milestone:
        text: Kickoff workshop with finance
        owner: sam@northwind.example
        due: 2026-08-10
        status: ⟪planned⟫
      """,
      """
      type: sdr-to-ae
      ⟪follow_up⟫:
        text: Call after their board meeting
        why: They decide on the budget then
      """,
      """
      type: ae-to-support
      support:
        - id: U1
          person: ⟪noor@northwind.example⟫
          kind: engineer
          role: shows the integration
          needed: 15 minutes
          not_needed: the rest of the call
      """,
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    switch subject.type?.lastStep {
    case .firstMilestone: check(.firstMilestone, "first milestone", subject)
    case .followUp: check(.followUp, "follow-up", subject)
    case .debriefs:
      subject.brief.standingItems(in: .support)
        .filter { $0.string(.debrief)?.isBlank ?? true }.map { .noDebrief($0, subject) }
    case .nothing, nil: []
    }
  }

  private func check(_ block: Block, _ noun: String, _ subject: Subject) -> [Finding] {
    guard let entry = subject.brief.block(block) else {
      // Where the type requires the block, its absence is a fault of its own.
      let isRequired = subject.type?.requires.contains { $0.key == block.rawValue } ?? true
      return isRequired ? [] : [.noStep(noun, block, subject)]
    }
    return entry.fields.string(.status) == "done" ? [] : [.open(entry, noun, subject)]
  }
}

extension Finding {
  fileprivate static func open(
    _ entry: Brief.BlockEntry, _ noun: String, _ subject: Subject
  ) -> Finding {
    let words = entry.fields.string(.text).map { " “\($0.shortened(to: 60))”" } ?? ""
    return Finding(
      rule: OpenMilestone.documentation.id,
      span: entry.fields[.status]?.span ?? entry.keySpan,
      message: "\(subject.name) cannot be done: its \(noun)\(words) is not",
      help:
        "when it is: `handoff finish \(subject.commandName) --done-on \(subject.day)`")
  }

  fileprivate static func noStep(_ noun: String, _ block: Block, _ subject: Subject) -> Finding {
    Finding(
      rule: OpenMilestone.documentation.id, span: subject.brief.anchor,
      message: "\(subject.name) cannot be done: it has no \(noun)",
      help: "write the \(noun) and that it is done under `\(block.rawValue):`")
  }

  fileprivate static func noDebrief(_ person: Item, _ subject: Subject) -> Finding {
    let name = person.string(.person).map { subject.label(of: $0) } ?? person.name
    return Finding(
      rule: OpenMilestone.documentation.id, span: person.telling?.span ?? person.span,
      item: person.id, message: "\(subject.name) cannot be done: \(name) gave no debrief",
      help: "write what \(name) learned under `debrief:` of \(person.name)")
  }
}
