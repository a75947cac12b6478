/// Which words of a text went, stayed and came.
///
/// Nothing is lost: the kept and removed runs make the old text, the kept and added ones the new.
package struct WordDifference: Sendable, Equatable {
  /// Words that follow each other and fared alike, with their white space.
  package enum Run: Sendable, Equatable {
    case kept(String)
    case removed(String)
    case added(String)
  }

  /// The words in order, kept, struck and added.
  package let runs: [Run]

  /// Compares two texts word by word, long ones line by line, and very long ones as a whole.
  package init(old: String, new: String) {
    guard !old.utf8.elementsEqual(new.utf8) else {
      runs = old.isEmpty ? [] : [.kept(old)]
      return
    }
    var assembly = RunAssembly()
    for step in WordDifference.steps(from: old, to: new) { assembly.append(step) }
    runs = assembly.finished()
  }

  /// Whether no word and no white space changed.
  package var isEmpty: Bool {
    runs.allSatisfy { run in
      if case .kept = run { return true }
      return false
    }
  }

  /// As many tokens are compared one by one; the time grows with the square of what differs.
  private static let limit = 3_000

  private static func steps(from old: String, to new: String) -> [Run] {
    for granularity in [TextToken.Granularity.words, .lines] {
      let before = TextToken.tokens(of: old, by: granularity)
      let after = TextToken.tokens(of: new, by: granularity)
      if let steps = steps(from: before, to: after) { return steps }
    }
    return [.removed(old), .added(new)]
  }

  /// What happened to each token; nil where too many are between the first and the last change.
  private static func steps(from old: [TextToken], to new: [TextToken]) -> [Run]? {
    let prefix = zip(old, new).prefix { $0 == $1 }.count
    let (oldRest, newRest) = (old[prefix...], new[prefix...])
    let suffix = zip(oldRest.reversed(), newRest.reversed()).prefix { $0 == $1 }.count
    let before = Array(oldRest.dropLast(suffix))
    let after = Array(newRest.dropLast(suffix))
    guard before.count + after.count <= limit else { return nil }
    return new[..<prefix].map { .kept($0.text) } + middle(from: before, to: after)
      + new.suffix(suffix).map { .kept($0.text) }
  }

  private static func middle(from old: [TextToken], to new: [TextToken]) -> [Run] {
    var removed = Set<Int>()
    var added = Set<Int>()
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var steps: [Run] = []
    var position = 0
    for (offset, token) in old.enumerated() {
      if removed.contains(offset) {
        steps.append(.removed(token.text))
        continue
      }
      while added.contains(position) {
        steps.append(.added(new[position].text))
        position += 1
      }
      steps.append(.kept(token.text))
      position += 1
    }
    return steps + new[position...].map { .added($0.text) }
  }
}

extension WordDifference: CustomStringConvertible {
  /// The text on one line: `Dashboards [-beyond-] {+except+} the report`.
  package var description: String {
    runs.compactMap { run in
      switch run {
      case .kept(let text): text.collapsingWhiteSpace.nonEmpty
      case .removed(let text): text.collapsingWhiteSpace.nonEmpty.map { "[-\($0)-]" }
      case .added(let text): text.collapsingWhiteSpace.nonEmpty.map { "{+\($0)+}" }
      }
    }.joined(separator: " ")
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
