package import Diagnostics

/// What a gate found in one change.
package struct Verdict: Sendable {
  /// What the rules found, by path and place.
  package let diagnostics: [Diagnostic]

  /// How many briefs were looked at.
  package let briefCount: Int

  /// Files in places of briefs that are none, as sentences.
  package let notes: [String]

  package init(diagnostics: [Diagnostic], briefCount: Int, notes: [String] = []) {
    self.diagnostics = diagnostics
    self.briefCount = briefCount
    self.notes = notes
  }

  /// Whether the change must not go on.
  package var isRefused: Bool { diagnostics.contains { $0.severity == .error } }

  /// The verdict where there is no policy.
  package static let nothingToJudge = Verdict(diagnostics: [], briefCount: 0)
}
