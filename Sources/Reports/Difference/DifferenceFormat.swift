/// The forms in which a difference can be shown.
package enum DifferenceFormat: String, Sendable, CaseIterable {
  /// For people at a terminal.
  case text

  /// For pages and comments of a forge.
  case markdown

  /// `handoff/diff/1`, for programs.
  case json

  /// One page that needs nothing beside it, to open or to send.
  case html
}
