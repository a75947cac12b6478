internal import Git

/// A parent by the name that git knows it by from its child, so that a command shows whose it is.
struct ParentName: CustomStringConvertible {
  let child: ObjectID

  /// Which parent it is, from 1; nil where there is no other.
  let number: Int?

  var description: String { "\(child)\(suffix)" }

  /// The same for people.
  var short: String { "\(child.short)\(suffix)" }

  private var suffix: String { "^" + (number.map { "\($0)" } ?? "") }
}
