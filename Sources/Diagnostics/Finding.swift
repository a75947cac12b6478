/// A fault that a rule found in a brief or in the policy, not yet weighed.
///
/// Rules make findings; ``Diagnostic`` adds the path and how much the fault matters.
package struct Finding: Sendable {
  /// The id of the rule that found it, such as `dropped-exclusion`.
  package let rule: String

  /// The bytes of the file that it speaks of.
  package let span: Range<Int>

  /// The item's id, such as `X1`, where it is about one item.
  package let item: String?

  /// One plain sentence that names the item.
  package let message: String

  /// What to do next, with the exact command or edit.
  package let help: String

  /// Edits that mend it without a person's judgement, if there are any.
  package let fixes: [TextEdit]

  /// How much it matters where the rule's table does not say it, such as a one-line item of a draft.
  package let severity: Severity?

  package init(
    rule: String, span: Range<Int>, item: String? = nil, message: String, help: String,
    fixes: [TextEdit] = [], severity: Severity? = nil
  ) {
    self.rule = rule
    self.span = span
    self.item = item
    self.message = message
    self.help = help
    self.fixes = fixes
    self.severity = severity
  }
}

/// Whether a fault stops a change.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  case warning
  case error

  package static func < (left: Severity, right: Severity) -> Bool {
    left == .warning && right == .error
  }
}
