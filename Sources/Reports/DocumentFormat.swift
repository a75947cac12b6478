/// The forms in which briefs, lists and rules can be shown.
package enum DocumentFormat: String, Sendable, CaseIterable {
  /// For people at a terminal.
  case text

  /// For programs; `schema/` says what is in it.
  case json

  /// For pages and comments of a forge.
  case markdown
}
