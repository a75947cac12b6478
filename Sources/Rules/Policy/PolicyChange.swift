package import Briefs
package import Diagnostics

/// A change of `handoff.yaml`, to be judged by the policy before it.
package struct PolicyChange: Sendable {
  /// The policies of the parents that have one; each the newest that can be read.
  package let before: [Policy]

  /// The newest policy of history where no parent has one: the file was removed, and comes back.
  package let earlier: Policy?

  /// The policy of the result; nil where the change removes it.
  package let after: Policy?

  /// The policy that judges; nil where there was none before.
  package let judging: Policy?

  /// The policies of parents of a merge that the result's keepers cannot set aside by themselves.
  package let overruled: [Policy]

  /// Whether the change joins lines of history that began apart.
  package let isJoining: Bool

  /// The address of whoever makes the change, where it is known.
  package let author: String?

  /// The day of the judgement.
  package let day: CalendarDate

  package init(
    before: [Policy], earlier: Policy? = nil, after: Policy?,
    judging: Policy? = nil, overruled: [Policy] = [],
    isJoining: Bool = false, author: String?, day: CalendarDate
  ) {
    self.before = before
    self.earlier = earlier
    self.after = after
    self.overruled = overruled
    self.isJoining = isJoining
    let isFirst = before.isEmpty && earlier == nil
    self.judging =
      isFirst ? nil : judging ?? before.first(where: \.isReadable) ?? before.first ?? earlier
    self.author = author
    self.day = day
  }

  /// Whether the result is, byte for byte, a version that was judged already.
  package var isOldVersion: Bool {
    let known = before.isEmpty ? [earlier].compactMap { $0 } : before
    return known.contains { $0.source.bytes == after?.source.bytes }
  }

  /// All that is wrong with the change, sorted by place.
  package var diagnostics: [Diagnostic] {
    let rules = RuleCatalog.all.compactMap { $0 as? any PolicyRule.Type }
    let findings = rules.flatMap { $0.init().check(self) }
    return Diagnostic.placed(
      findings.map { ($0, $0.severity ?? .error) }, path: Policy.fileName, brief: nil,
      in: after?.source ?? SourceText([]))
  }
}

/// A rule on changes of the policy instead of on briefs.
package protocol PolicyRule: Rule {
  func check(_ change: PolicyChange) -> [Finding]
}

extension PolicyRule {
  /// A brief never has the fault.
  package func check(_ subject: Subject) -> [Finding] { [] }
}
