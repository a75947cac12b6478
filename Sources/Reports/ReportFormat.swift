/// The forms in which the findings of a check can be shown.
package enum ReportFormat: String, Sendable, CaseIterable {
  /// For people at a terminal: each finding with its line and what to do next.
  case text

  /// One line for each finding: `path:line:column: severity: message [rule]`.
  case concise

  /// `handoff/check/1`, for programs.
  case json

  /// Workflow commands that a forge shows beside the lines of a change.
  case github

  /// A table for a comment on a change.
  case markdown

  /// SARIF 2.1.0, for forges and viewers of static analysis.
  case sarif
}
