package import Briefs
package import Diagnostics

/// Weighs what the rules find: the one place where severity and waivers are decided.
package enum Judge {
  /// What whoever asks wants to know.
  package enum Concern: Sendable {
    case everything

    /// Whether a change is stopped; what only warns may be left out.
    case errors
  }

  /// The diagnostics of one brief, sorted by place.
  package static func diagnostics(
    for subject: Subject, concern: Concern = .everything
  ) -> [Diagnostic] {
    placed(rules(for: subject, concern).flatMap { weighed($0, subject) }, in: subject)
  }

  /// The diagnostics of one rule alone.
  package static func diagnostics(for subject: Subject, of rule: any Rule) -> [Diagnostic] {
    placed(weighed(rule, subject), in: subject)
  }

  private typealias WeighedFinding = (finding: Finding, severity: Severity)

  private static func placed(_ findings: [WeighedFinding], in subject: Subject) -> [Diagnostic] {
    if findings.isEmpty { return [] }
    return Diagnostic.placed(
      findings, path: subject.path, brief: subject.name, in: subject.brief.source)
  }

  /// What a rule finds and the policy does not excuse.
  private static func weighed(_ rule: any Rule, _ subject: Subject) -> [WeighedFinding] {
    let findings = rule.check(subject)
    if findings.isEmpty { return [] }
    let documentation = type(of: rule).documentation
    guard isAsked(documentation, about: subject) else { return [] }
    let isWaived = isWaived(documentation, subject)
    return listed(findings).compactMap { finding in
      guard let severity = severity(of: finding, documentation, subject),
        finding.severity == .error || !isWaived
      else { return nil }
      return (finding, severity)
    }
  }

  /// The edits that mend findings without a person's judgement, each finding's as a whole.
  ///
  /// A finding whose edits touch those of another is left for the next time.
  package static func fixes(for subject: Subject) -> [TextEdit] {
    var edits: [TextEdit] = []
    for rule in rules {
      let documentation = type(of: rule).documentation
      guard isAsked(documentation, about: subject) else { continue }
      for finding in rule.check(subject)
      where !finding.fixes.contains(where: { fix in edits.contains { $0.touches(fix) } }) {
        edits += finding.fixes
      }
    }
    return edits
  }

  /// The rules that whoever asks wants to hear of.
  private static func rules(for subject: Subject, _ concern: Concern) -> [any Rule] {
    guard concern == .errors else { return rules }
    let refusing = refusingRules[subject.brief.status] ?? rules
    // A policy can make an error of what warns elsewhere.
    let raised = subject.policy.severity.filter { $0.value == .error }
    if raised.isEmpty { return refusing }
    return rules.filter { rule in
      let documentation = type(of: rule).documentation
      return raised[documentation.id] != nil || mayRefuse(documentation, in: subject.brief.status)
    }
  }

  private static let rules: [any Rule] = RuleCatalog.all.map { $0.init() }

  /// By status the rules of which a finding can be an error there.
  private static let refusingRules: [Status?: [any Rule]] = {
    let statuses = [nil] + Status.allCases.map { Optional($0) }
    return Dictionary(
      uniqueKeysWithValues: statuses.map { status in
        (status, rules.filter { mayRefuse(type(of: $0).documentation, in: status) })
      })
  }()

  private static func mayRefuse(_ documentation: RuleDocumentation, in status: Status?) -> Bool {
    documentation.mayRaise || documentation.weight.severity(in: status) == .error
  }

  /// Whether a rule has a say about a brief.
  ///
  /// Only the rules on form and on change speak of a brief that is gone or cannot be read: whatever
  /// else they said might only be because of the unreadable part. What a merge takes over unchanged
  /// was judged when it was made; where another policy judged it, its approvals are looked at again.
  private static func isAsked(_ documentation: RuleDocumentation, about subject: Subject) -> Bool {
    if subject.isGone { return documentation.category == .change }
    if subject.isInherited {
      return documentation.category == .change
        || subject.isJudgedElsewhere && subject.brief.isSound && documentation.speaksOfApprovals
    }
    if subject.brief.isSound { return true }
    return documentation.category == .reading || documentation.category == .change
  }

  /// What the rule's table says for the brief's status, raised where the policy says so.
  private static func severity(
    of finding: Finding, _ documentation: RuleDocumentation, _ subject: Subject
  ) -> Severity? {
    let base = finding.severity ?? documentation.weight.severity(in: subject.brief.status)
    guard let base else { return nil }
    return max(base, subject.policy.severity[documentation.id] ?? base)
  }

  /// The findings of one rule, no more than somebody could go through; errors are never left out
  /// for warnings.
  private static func listed(_ findings: [Finding]) -> [Finding] {
    guard findings.count > findingLimit else { return findings }
    let errors = findings.filter { $0.severity == .error }
    let rest = findings.filter { $0.severity != .error }
    let shown = Array((errors + rest).prefix(findingLimit))
    return shown.dropLast() + shown.suffix(1).map { $0.and(findings.count - findingLimit) }
  }

  private static let findingLimit = 1_000

  private static func isWaived(_ documentation: RuleDocumentation, _ subject: Subject) -> Bool {
    guard documentation.isWaivable else { return false }
    return subject.brief.items.contains { item in
      item.list == .waivers && item.string(.rule) == documentation.id
        && Waivers.isInForce(item, policy: subject.policy, on: subject.day)
    }
  }
}

/// When an exception from a rule counts.
package enum Waivers {
  /// Whether a waiver has a reason, is given by somebody who may, and has not run out.
  package static func isInForce(_ waiver: Item, policy: Policy, on day: CalendarDate) -> Bool {
    guard !waiver.isWithdrawn, waiver.telling != nil, let by = waiver.string(.by),
      let until = waiver.fields.date(.until)
    else { return false }
    return day <= until && policy.holds(by, Person.policyRole, on: day)
  }
}

extension TextEdit {
  /// Whether both replace a byte, or insert at the same place.
  fileprivate func touches(_ other: TextEdit) -> Bool {
    range.overlaps(other.range) || range.lowerBound == other.range.lowerBound
  }
}

extension Finding {
  /// The finding, saying that so many more like it are not listed.
  fileprivate func and(_ count: Int) -> Finding {
    Finding(
      rule: rule, span: span, item: item, message: "\(message) (and \(count) more like this)",
      help: help, fixes: fixes, severity: severity)
  }
}
