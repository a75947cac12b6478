extension WordDifference {
  /// The changes on one line, with a few words around each: `…beyond [-the-] {+each+} weekly…`.
  package var excerpt: String {
    let shown = runs.prefix(WordDifference.runLimit).enumerated().map { position, run in
      switch run {
      case .kept(let text):
        text.context(isFirst: position == 0, isLast: position == runs.count - 1)
      case .removed(let text): "[-\(text.shortened(to: 80))-]"
      case .added(let text): "{+\(text.shortened(to: 80))+}"
      }
    }
    let line = shown.filter { !$0.isEmpty }.joined(separator: " ")
    return runs.count > WordDifference.runLimit ? line + " …" : line
  }

  private static let runLimit = 12
}

extension String {
  /// The words next to a change: before the first one, behind the last, or between two.
  fileprivate func context(isFirst: Bool, isLast: Bool) -> String {
    let words = collapsingWhiteSpace.unicodeScalars.split(separator: " ").map { String($0) }
    let before = isFirst ? [] : words.prefix(3)
    let after = isLast ? [] : words.suffix(3)
    guard words.count > before.count + after.count else { return words.joined(separator: " ") }
    return before.joined(separator: " ") + "…" + after.joined(separator: " ")
  }
}
