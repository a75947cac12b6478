/// A small brief, or a change of one, that shows a rule at work and tests it.
///
/// The text is a fragment of a brief, so that only what matters is written; the rest is a valid
/// `sales-to-implementation` draft named `acme-onboarding`, at `handoffs/acme/acme-onboarding.md`:
///
/// - a key of the front-matter with all below it replaces that of the valid brief, or is added,
/// - a line `!goal` takes the key `goal` away, and `!## Timeline` that section of the summary,
/// - a line `## Timeline` begins the summary; each section replaces the one of that title,
/// - a text whose first line begins with `---` is a whole file.
///
/// `⟪…⟫` marks the spans that the rule must find, exactly; `⟪⟫` an empty one.
package struct RuleExample: Sendable, ExpressibleByStringInterpolation {
  /// The fragment, with its marks.
  package let text: String

  /// The fragment of the version before, where the example is a change.
  package let before: String?

  /// The author of the change.
  package let author: String?

  /// Further files of the tree, such as evidence, by path.
  package let files: [String: String]

  /// Other briefs of the tree by path, each a fragment like ``text``.
  package let others: [String: String]

  package init(
    _ text: String, before: String? = nil, author: String? = nil, files: [String: String] = [:],
    others: [String: String] = [:]
  ) {
    self.text = text
    self.before = before
    self.author = author
    self.files = files
    self.others = others
  }

  package init(stringLiteral text: String) {
    self.init(text)
  }
}
