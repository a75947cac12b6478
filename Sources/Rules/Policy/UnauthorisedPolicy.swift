internal import Briefs
package import Diagnostics

/// Only a person with the role policy changes the policy, and one such person always remains.
package struct UnauthorisedPolicy: PolicyRule {
  package static let documentation = RuleDocumentation(
    id: "unauthorised-policy", category: .policy, weight: .alwaysError,
    summary: "Only a person with the role policy changes the policy, and one of them remains.",
    rationale: "Whoever could loosen the rules in passing would not be bound by them.",
    remedy: "Ask a person with the role policy to make the change; the policy before the change "
      + "says who that is.",
    accepts: [
      RuleExample(accessPolicy, before: basePolicy, author: "lee@northwind.example"),
      RuleExample(basePolicy, before: basePolicy, author: "dana@northwind.example"),
      RuleExample(basePolicy, author: "lee@northwind.example"),
    ],
    rejects: [
      RuleExample(
        basePolicy + "⟪    roles: [sales, policy]⟫", before: basePolicy + "    roles: [sales]",
        author: "dana@northwind.example"),
      RuleExample("version: 1\n⟪⟫", before: basePolicy, author: "lee@northwind.example"),
      RuleExample("⟪version: 1⟫\npeople: []", author: "dana@northwind.example"),
    ])

  package init() {}

  /// What the change does to the policy that its author may not.
  package func check(_ change: PolicyChange) -> [Finding] {
    guard let after = change.after else {
      return change.before.isEmpty ? [] : [.removed(change)]
    }
    let span = after.firstChange(since: change.judging)
    let overruling = change.overruled.compactMap { overruled -> Finding? in
      guard let author = change.author,
        !overruled.holds(author, Person.policyRole, on: change.day)
      else { return nil }
      return .overruling(author, overruled, change, span)
    }
    if change.isOldVersion { return overruling }
    guard let judge = change.judging, !judge.people.isEmpty else {
      return findings(forFirst: after, change, span)
    }
    if let author = change.author, !judge.holds(author, Person.policyRole, on: change.day) {
      return [.unauthorised(author, judge, change, span)]
    }
    if !overruling.isEmpty { return overruling }
    let isKept = after.people.contains { $0.roles.contains(Person.policyRole) && $0.until == nil }
    return isKept || !after.people.isEmpty ? [] : [.nobodyLeft(span)]
  }

  /// The first policy of a repository is judged by itself, and only warned of.
  private func findings(
    forFirst policy: Policy, _ change: PolicyChange, _ span: Range<Int>
  ) -> [Finding] {
    guard let author = change.author, !policy.holds(author, Person.policyRole, on: change.day)
    else { return [] }
    return [.firstByOther(author, span)]
  }
}

private let basePolicy = """
  version: 1
  people:
    - email: lee@northwind.example
      roles: [policy]
    - email: dana@northwind.example

  """

private let accessPolicy = basePolicy + "    roles: [sales]\n"

extension Policy {
  /// The first line that differs from another version.
  fileprivate func firstChange(since other: Policy?) -> Range<Int> {
    let before = other?.source.bytes ?? []
    let same = zip(source.bytes, before).prefix { $0 == $1 }.count
    return source.range(ofLine: source.line(at: min(same, source.bytes.count)))
  }
}

extension Finding {
  fileprivate static func removed(_ change: PolicyChange) -> Finding {
    Finding(
      rule: UnauthorisedPolicy.documentation.id, span: 0..<0,
      message: "\(Policy.fileName) is gone, and with it who may approve and what is checked",
      help: "bring it back: `git restore --source=HEAD --staged --worktree \(Policy.fileName)`")
  }

  fileprivate static func unauthorised(
    _ author: String, _ judge: Policy, _ change: PolicyChange, _ span: Range<Int>
  ) -> Finding {
    let keepers = judge.people(with: Person.policyRole, on: change.day).map(\.label)
    let person = judge.person(author)?.label ?? author
    return Finding(
      rule: UnauthorisedPolicy.documentation.id, span: span,
      message: "\(person) changes \(Policy.fileName) without the role policy",
      help: "ask \(keepers.joined(separator: " or ")) to make the change")
  }

  /// A merge that sets aside what another side's keepers have a say in.
  fileprivate static func overruling(
    _ author: String, _ overruled: Policy, _ change: PolicyChange, _ span: Range<Int>
  ) -> Finding {
    let keepers = overruled.people(with: Person.policyRole, on: change.day).map(\.label)
      .joined(separator: " or ")
    let person = overruled.person(author)?.label ?? author
    let file = Policy.fileName
    return Finding(
      rule: UnauthorisedPolicy.documentation.id, span: span,
      message: change.isJoining
        ? "\(person) joins a history that began without this one’s \(file), without the role policy"
        : "\(person) undoes by a merge what the other side changed in \(file), without the role "
          + "policy there",
      help: change.isJoining
        ? "ask \(keepers) to make the merge, or commit the other history’s files here as new ones"
        : "keep the other side's \(file) in the merge, or ask \(keepers) to make it")
  }

  fileprivate static func nobodyLeft(_ span: Range<Int>) -> Finding {
    Finding(
      rule: UnauthorisedPolicy.documentation.id, span: span,
      message: "nobody with the role policy is left, so nobody could change the policy again",
      help: "leave one person with `roles: [policy]` and without `until:` on the roster")
  }

  fileprivate static func firstByOther(_ author: String, _ span: Range<Int>) -> Finding {
    Finding(
      rule: UnauthorisedPolicy.documentation.id, span: span,
      message: "\(author) adds the first policy and has no role policy in it, so cannot change it",
      help: "add the role policy to your entry below `people:`, if the policy is yours to keep",
      severity: .warning)
  }
}
