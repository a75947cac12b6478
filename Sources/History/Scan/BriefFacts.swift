internal import Briefs
internal import Git

/// What one version of a brief says of itself, so far as finding briefs needs it.
struct BriefFacts {
  /// The brief's id.
  let id: String

  /// The account that it names.
  let account: String?

  /// The briefs that it comes after.
  let after: [String]

  /// Nil for a brief that says no id.
  init?(_ brief: Brief) {
    guard let id = brief.id else { return nil }
    self.id = id
    account = brief.fields.string(.account)?.collapsingWhiteSpace
    after = brief.fields.list(.after).map(\.string)
  }
}

extension String {
  /// The name of an account as it is compared: letter case, spaces, quotation marks and dashes do not
  /// matter.
  package var foldedAccount: String {
    String(decoding: FoldedWords.folded(self), as: UTF8.self)
  }
}
