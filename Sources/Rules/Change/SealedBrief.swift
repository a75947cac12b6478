internal import Briefs
package import Diagnostics

/// What was agreed in a finished or cancelled brief stays as it was.
package struct SealedBrief: Rule {
  package static let documentation = RuleDocumentation(
    id: "sealed-brief", category: .change, weight: .alwaysError,
    summary: "What was agreed in a finished or cancelled brief stays as it was.",
    rationale: "Whoever asks next year what was promised must find what was promised.",
    remedy: "Put the words back, or open the brief again with a reason: `handoff reopen BRIEF`. "
      + "Incidents, emails, evidence, the state of a promise and the status of a risk may go on.",
    accepts: [
      RuleExample(
        "status: cancelled\ngoal: Close the month.\ndeal: https://crm.example/2",
        before: "status: cancelled\ngoal: Close the month.\ndeal: https://crm.example/1"),
      RuleExample(
        """
        status: draft
        goal: Close the quarter.
        returns:
          - id: B9
            by: dana@northwind.example
            at: 2026-08-20T09:00:00Z
            reasons: [reopened]
        """,
        before: "status: cancelled\ngoal: Close the month.\nreturns: []"),
    ],
    rejects: [
      RuleExample(
        "status: cancelled\n⟪goal⟫: Close the quarter.",
        before: "status: cancelled\ngoal: Close the month."),
      RuleExample("⟪status⟫: draft", before: "status: cancelled"),
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard subject.brief.isSound else { return [] }
    var told: Set<Range<Int>> = []
    return zip(subject.previous, subject.differences).flatMap { previous, difference in
      guard let status = previous.status, status.isSealed,
        !isReopened(subject.brief, from: status, difference)
      else { return [Finding]() }
      return findings(
        in: subject, status, difference,
        isPutBack: isPutBack(subject.brief, from: previous, subject))
    }.filter { told.insert($0.span).inserted }
  }

  /// Whether the change says that the brief was reopened, and to where it may go back.
  private func isReopened(
    _ brief: Brief, from status: Status, _ difference: BriefDifference
  ) -> Bool {
    guard brief.status == (status == .done ? .started : .draft) else { return false }
    return difference.items.contains { change in
      guard case .added = change.kind, change.list == .returns else { return false }
      return change.item.fields.list(.reasons).contains { $0.string == "reopened" }
    }
  }

  /// Whether the words of a finished brief are again those that its owners approved.
  ///
  /// It was finished with those words: that it had others is what no gate lets in.
  private func isPutBack(_ brief: Brief, from previous: Brief, _ subject: Subject) -> Bool {
    guard previous.status == .done, brief.status == .done, let type = subject.type,
      previous.type == brief.type
    else { return false }
    return [Person.sales, Person.receiving].contains { role in
      guard type.approvals.contains(role), let approval = previous.newestApproval(as: role) else {
        return false
      }
      return brief.isCovered(by: approval) && !previous.isCovered(by: approval)
    }
  }

  private func findings(
    in subject: Subject, _ status: Status, _ difference: BriefDifference, isPutBack: Bool
  ) -> [Finding] {
    let rule = Self.documentation.id
    let fields = difference.fields.filter {
      $0.isSealedByName || $0.isCovered && !isPutBack
    }.map { change in
      Finding.fieldChanged(change, status, subject, rule)
    }
    let items = difference.items.filter {
      $0.touchesSealed && !(isPutBack && $0.item.isCovered(by: Person.receiving))
    }.map { change in
      Finding.itemChanged(change, status, subject, rule)
    }
    return fields + items
  }
}

extension FieldChange {
  /// Who hands over to whom, and where the brief is in its life, stay too.
  fileprivate var isSealedByName: Bool {
    block == nil && (name == .status || name == .from || name == .to)
  }
}

extension ItemChange {
  /// Whether it adds to or changes what was agreed; lost items have rules of their own.
  fileprivate var touchesSealed: Bool {
    switch kind {
    case .dropped: false
    case .added:
      list == .stakeholders
        || item[.raised] == nil && Catalogue.fields(of: list).contains(where: \.isCovered)
    case .changed, .withdrawn, .identified, .moved:
      list == .stakeholders || fields.contains(where: \.isCovered)
    }
  }
}

extension Finding {
  fileprivate static func fieldChanged(
    _ change: FieldChange, _ status: Status, _ subject: Subject, _ rule: String
  ) -> Finding {
    let fields =
      change.block.map { subject.brief.block($0)?.fields ?? Fields() } ?? subject.brief.fields
    return Finding(
      rule: rule, span: fields.field(change.name)?.keySpan ?? subject.brief.anchor,
      message: "the brief is \(status.rawValue), and `\(change.key)` changed: "
        + change.words.description.shortened(to: 80),
      help: help(subject))
  }

  fileprivate static func itemChanged(
    _ change: ItemChange, _ status: Status, _ subject: Subject, _ rule: String
  ) -> Finding {
    var verb = "changed"
    if case .added = change.kind { verb = "was added" }
    if case .withdrawn = change.kind { verb = "was withdrawn" }
    return Finding(
      rule: rule, span: change.item.span, item: change.item.id,
      message: "the brief is \(status.rawValue), and \(change.item.label) \(verb)",
      help: help(subject))
  }

  private static func help(_ subject: Subject) -> String {
    "put it back as it was, or open the handoff again: `handoff reopen \(subject.commandName) "
      + "--reason \"…\"`"
  }
}
