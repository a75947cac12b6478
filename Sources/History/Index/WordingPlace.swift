package import Briefs

/// What a text of a brief belongs to: an item of a list, a section of the summary, the account, or the
/// briefs that came before.
package enum WordingPlace: Sendable, Hashable {
  /// The name of the account.
  case account

  /// The id of a brief that it comes after.
  case predecessor

  /// An item of a list, by its id where it has one.
  case item(ItemList, id: String?)

  /// A section of the summary, by its heading; the one above the first heading has none.
  case section(heading: String)
}
