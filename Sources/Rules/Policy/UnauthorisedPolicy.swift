internal import Briefs
package import Diagnostics

/// Only a person with the role `policy` changes the policy.
package struct UnauthorisedPolicy: Rule {
  package static let documentation = RuleDocumentation(
    id: "unauthorised-policy", category: .policy, weight: .alwaysError,
    summary: "Only a person with the role policy changes the policy.",
    rationale: "Whoever can change the rule in the commit that breaks it is bound by no rule.",
    remedy: "Ask a person with the role policy to make the change in a commit of their own.",
    accepts: [], rejects: [])

  package init() {}

  /// The rule speaks of the policy, never of a brief.
  package func check(_ subject: Subject) -> [Finding] { [] }

  static func findings(in change: PolicyChange) -> [Finding] {
    guard let after = change.after else { return [.removed] }
    if change.before.contains(where: { $0.source.bytes == after.source.bytes }) { return [] }
    guard let judging = change.judging else { return [] }
    var findings: [Finding] = []
    if let author = change.author, !judging.holds(author, Person.policyRole, on: change.day) {
      findings.append(
        change.before.isEmpty ? .addedByAnother(author) : .stranger(author, change))
    }
    if after.isReadable, !change.before.isEmpty,
      after.people(with: Person.policyRole, on: change.day).isEmpty
    {
      findings.append(.nobodyLeft)
    }
    return findings
  }
}

extension Finding {
  private static let rule = UnauthorisedPolicy.documentation.id

  fileprivate static var removed: Finding {
    Finding(
      rule: rule, span: 0..<0,
      message: "handoff.yaml is gone, and with it who may approve what",
      help: "bring it back: `git checkout HEAD -- handoff.yaml`")
  }

  fileprivate static func stranger(_ author: String, _ change: PolicyChange) -> Finding {
    let people = change.judging?.people(with: Person.policyRole, on: change.day).map(\.email) ?? []
    let who = people.isEmpty ? "a person with the role policy" : people.joined(separator: " or ")
    return Finding(
      rule: rule, span: 0..<0,
      message: "\(author) may not change handoff.yaml: that takes the role policy",
      help:
        "take your change of handoff.yaml back (`git checkout HEAD -- handoff.yaml`) and ask \(who)"
    )
  }

  fileprivate static func addedByAnother(_ author: String) -> Finding {
    Finding(
      rule: rule, span: 0..<0,
      message: "\(author) adds handoff.yaml, but does not have the role policy in it",
      help: "give somebody who looks after it `roles: [policy]`, or let that person commit it",
      severity: .warning)
  }

  fileprivate static var nobodyLeft: Finding {
    Finding(
      rule: rule, span: 0..<0,
      message: "nobody with the role policy would remain in handoff.yaml",
      help: "keep one person with `roles: [policy]` and without a past `until:`")
  }
}
