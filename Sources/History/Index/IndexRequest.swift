package import Git

/// A question to an index, as a program of its own is asked it.
package enum IndexRequest: Sendable, Equatable {
  /// The commits of a history that touched briefs.
  case trace(tip: ObjectID, briefs: [String])

  /// The briefs of a history that ever named an account.
  case account(tip: ObjectID, name: String)

  /// The briefs of a history that ever came after one.
  case successors(tip: ObjectID, brief: String)

  /// All briefs that ever were in a history.
  case briefs(tip: ObjectID)

  /// The texts of a history in which each word begins a word.
  case search(tip: ObjectID, words: [String])

  /// The commits of a history that touched a file of evidence.
  case record(tip: ObjectID, path: String)

  /// Nothing but that the index be up to date.
  case update(tip: ObjectID)

  /// The commit whose history is asked about.
  package var tip: ObjectID {
    switch self {
    case .trace(let tip, _), .account(let tip, _), .successors(let tip, _), .briefs(let tip),
      .search(let tip, _), .record(let tip, _), .update(let tip):
      tip
    }
  }

  /// The question as a program's arguments.
  package var arguments: [String] {
    switch self {
    case .trace(let tip, let briefs): ["trace", tip.description] + briefs
    case .account(let tip, let name): ["account", tip.description, name]
    case .successors(let tip, let brief): ["successors", tip.description, brief]
    case .briefs(let tip): ["briefs", tip.description]
    case .search(let tip, let words): ["search", tip.description] + words
    case .record(let tip, let path): ["record", tip.description, path]
    case .update(let tip): ["update", tip.description]
    }
  }

  /// Reads a program's arguments; nil where they are no question.
  package init?(arguments: [String]) {
    guard arguments.count >= 2, let tip = ObjectID(hex: arguments[1]) else { return nil }
    let rest = Array(arguments.dropFirst(2))
    switch (arguments[0], rest.count) {
    case ("trace", 1...): self = .trace(tip: tip, briefs: rest)
    case ("account", 1): self = .account(tip: tip, name: rest[0])
    case ("successors", 1): self = .successors(tip: tip, brief: rest[0])
    case ("briefs", 0): self = .briefs(tip: tip)
    case ("search", 1...): self = .search(tip: tip, words: rest)
    case ("record", 1): self = .record(tip: tip, path: rest[0])
    case ("update", 0): self = .update(tip: tip)
    default: return nil
    }
  }
}
