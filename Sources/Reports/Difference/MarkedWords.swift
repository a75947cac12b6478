internal import Briefs

/// Words on one line, some of them struck or added.
struct MarkedWords {
  let runs: [WordDifference.Run]

  init(_ runs: [WordDifference.Run]) {
    self.runs = runs
  }

  /// Words of which none changed.
  init(_ text: String) {
    runs = [.kept(text)]
  }

  /// The words of a field; where it has several values, which of them went and came.
  init(_ change: FieldChange) {
    guard change.old.count + change.new.count > 2 || change.old.count == 2 else {
      runs = change.words.runs
      return
    }
    let (old, new) = (change.old.map(\.string), change.new.map(\.string))
    let kept = old.filter(new.contains).map { WordDifference.Run.kept($0) }
    let removed = old.filter { !new.contains($0) }.map { WordDifference.Run.removed($0) }
    let added = new.filter { !old.contains($0) }.map { WordDifference.Run.added($0) }
    runs = Array((kept + removed + added).map { [$0] }.joined(separator: [.kept(", ")]))
  }

  /// Whether a word was struck or added.
  var isChanged: Bool {
    runs.contains { run in
      if case .kept = run { return false }
      return true
    }
  }

  var isEmpty: Bool { runs.allSatisfy { $0.text.isWhiteSpace } }

  /// The words on one line: `mark` writes those that fared alike, spaces stand outside of marks.
  func rendered(_ mark: (WordDifference.Run) -> String) -> String {
    var output = ""
    var isAfterSpace = true
    var isAfterRemoval = false
    for run in runs {
      let text = run.text
      let words = text.collapsingWhiteSpace
      let beginsApart = text.unicodeScalars.first?.isWhiteSpace ?? false
      if !isAfterSpace, beginsApart || isAfterRemoval && run.isAddition {
        output += " "
        isAfterSpace = true
      }
      guard !words.isEmpty else { continue }
      output += mark(run.with(words))
      isAfterRemoval = run.isRemoval
      isAfterSpace = text.unicodeScalars.last?.isWhiteSpace ?? false
      if isAfterSpace { output += " " }
    }
    if output.utf8.last == UInt8(ascii: " ") { output.removeLast() }
    return output
  }
}

extension WordDifference.Run {
  /// The words, however they fared.
  var text: String {
    switch self {
    case .kept(let text), .removed(let text), .added(let text): text
    }
  }

  /// Other words that fared alike.
  func with(_ text: String) -> WordDifference.Run {
    switch self {
    case .kept: .kept(text)
    case .removed: .removed(text)
    case .added: .added(text)
    }
  }

  fileprivate var isRemoval: Bool {
    if case .removed = self { return true }
    return false
  }

  fileprivate var isAddition: Bool {
    if case .added = self { return true }
    return false
  }
}
