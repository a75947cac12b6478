package import Diagnostics

/// What is found in one change of a history before all versions of its briefs have been seen.
package struct FirstVerdict: Sendable {
  /// What the rules found, by path and place.
  package let diagnostics: [Diagnostic]

  /// The ids of the briefs of which later ones may have to carry on more than before.
  package let gainingBriefs: [String]
}
