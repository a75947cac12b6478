package import Briefs
package import Diagnostics

/// A change of `handoff.yaml`, to be judged by the policy before it.
package struct PolicyChange: Sendable {
  /// The policies of the parents that have one; each the newest that can be read.
  package let before: [Policy]

  /// The policy of the result; nil where the change removes it.
  package let after: Policy?

  /// The policy that judges: the one before, or its own where there was none.
  package let judging: Policy?

  /// The address of whoever makes the change, where it is known.
  package let author: String?
  package let day: CalendarDate

  package init(
    before: [Policy], after: Policy?, judging: Policy? = nil, author: String?, day: CalendarDate
  ) {
    self.before = before
    self.after = after
    self.judging = judging ?? before.first ?? after
    self.author = author
    self.day = day
  }

  /// All that is wrong with the change, sorted by place.
  package var diagnostics: [Diagnostic] {
    (InvalidPolicy.findings(in: self) + UnauthorisedPolicy.findings(in: self)).map { finding in
      Diagnostic(
        finding, severity: finding.severity ?? .error, path: Policy.fileName, brief: nil,
        source: after?.source ?? SourceText([]))
    }.sorted()
  }
}
