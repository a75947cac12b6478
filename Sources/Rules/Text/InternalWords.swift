package import Briefs

/// Finds what a text for the client repeats of what a brief says for its two owners only.
///
/// A text may hold words that internal ones hold, too; a run of five of them, or all of a shorter
/// text, is no chance, unless the client is told these words anyway. What was agreed is told, so it
/// is only searched for whole internal sentences: a risk speaks about the promise that it puts at
/// risk. Each run of words is found once, which keeps the time linear.
package struct InternalWords {
  /// Something internal, and where in a text it is repeated.
  package struct Leak {
    /// The item that says it.
    package let item: Item

    /// The bytes of the text that was searched.
    package let span: Range<Int>
  }

  /// A run of so many words that a text shares with an internal one is no chance.
  private static let runLength = 5

  private let brief: Brief
  private let texts: [InternalText]
  private let wholeTexts: [InternalText]
  private var told: [Int: Set<UInt64>] = [:]
  private var found: [Int: Set<UInt64>] = [:]

  package init(of brief: Brief) {
    self.brief = brief
    texts = brief.items.flatMap { InternalText.all(in: $0) }
    wholeTexts = brief.items.flatMap { InternalText.sentences(in: $0) }
  }

  /// Whether nothing of the brief is internal.
  package var isEmpty: Bool { texts.isEmpty && wholeTexts.isEmpty }

  /// What words repeat that a person wrote freely.
  package mutating func leaks(in words: SummaryWords) -> [Leak] {
    var places: [Int: [UInt64: [Int]]] = [:]
    var leaks: [Leak] = []
    for text in texts {
      let length = min(text.words.hashes.count, InternalWords.runLength)
      guard length >= text.fewestWords else { continue }
      let index = places[length] ?? words.places(ofRunsOf: length)
      places[length] = index
      var shared = Set(text.words.runs(of: length)).filter { index[$0] != nil }
      if shared.isEmpty { continue }
      shared.subtract(toldRuns(length))
      shared.subtract(found[length] ?? [])
      found[length, default: []].formUnion(shared)
      let starts = shared.flatMap { index[$0] ?? [] }.sorted()
      leaks += words.spans(ofRunsAt: starts, length: length).map { Leak(item: text.item, span: $0) }
    }
    return leaks + wholeLeaks(in: words)
  }

  /// Sentences of several words that stand in a text as they are, from beginning to end.
  private mutating func wholeLeaks(in words: SummaryWords) -> [Leak] {
    if wholeTexts.isEmpty { return [] }
    let length = InternalWords.runLength
    let index = words.places(ofRunsOf: length)
    if index.isEmpty { return [] }
    var leaks: [Leak] = []
    for text in wholeTexts {
      for sentence in text.sentences {
        let runs = sentence.runs(of: length)
        guard let first = runs.first, runs.allSatisfy({ index[$0] != nil }) else { continue }
        let told = toldRuns(length)
        let known = found[length] ?? []
        if runs.contains(where: { told.contains($0) || known.contains($0) }) { continue }
        found[length, default: []].formUnion(runs)
        let starts = (index[first] ?? []).flatMap { start in start..<(start + runs.count) }
          .filter { $0 + length <= words.hashes.count }
        leaks += words.spans(ofRunsAt: starts, length: length)
          .map { Leak(item: text.item, span: $0) }
      }
    }
    return leaks
  }

  /// Which of some texts repeats an internal sentence from its beginning to its end, and whose.
  ///
  /// - Returns: for each text at most one item, with the text's place among them.
  package func sentences(in words: [SummaryWords]) -> [(place: Int, item: Item)] {
    var places: [Int: [UInt64: Int]] = [:]
    var items: [Int: Item] = [:]
    for text in texts {
      for sentence in text.sentences {
        let length = min(sentence.hashes.count, InternalWords.runLength)
        guard length >= InternalText.fewestWords else { continue }
        let index = places[length] ?? words.places(ofRunsOf: length)
        places[length] = index
        let runs = sentence.runs(of: length)
        guard let first = runs.first, let place = index[first], items[place] == nil,
          runs.allSatisfy({ index[$0] != nil })
        else { continue }
        items[place] = text.item
      }
    }
    return items.sorted { $0.key < $1.key }.map { (place: $0.key, item: $0.value) }
  }

  private mutating func toldRuns(_ length: Int) -> Set<UInt64> {
    if let known = told[length] { return known }
    var runs: Set<UInt64> = []
    for words in brief.toldTexts { runs.formUnion(SummaryWords(words).runs(of: length)) }
    told[length] = runs
    return runs
  }
}

extension SummaryWords {
  fileprivate func places(ofRunsOf length: Int) -> [UInt64: [Int]] {
    var places: [UInt64: [Int]] = [:]
    for (place, run) in runs(of: length).enumerated() { places[run, default: []].append(place) }
    return places
  }
}

extension [SummaryWords] {
  /// The first of the texts that holds each run.
  fileprivate func places(ofRunsOf length: Int) -> [UInt64: Int] {
    var places: [UInt64: Int] = [:]
    for (place, words) in enumerated() {
      for run in words.runs(of: length) where places[run] == nil { places[run] = place }
    }
    return places
  }
}
