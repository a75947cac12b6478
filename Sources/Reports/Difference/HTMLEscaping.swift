internal import Diagnostics
internal import Markdown

extension String {
  /// The text as HTML that shows it letter for letter, between tags and within quotes.
  var escapedForHTML: String { MarkdownHTML.escaped(escapingControls) }
}
