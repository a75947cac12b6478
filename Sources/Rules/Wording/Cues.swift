internal import Briefs

/// One list of cue words, ready to be looked for.
struct Cues {
  private let phrases: PhraseSet
  private let idioms: PhraseSet

  /// The cue words of a list, ours and those that the team adds.
  init(_ list: CueList, _ policy: Policy) {
    phrases = Cues.phrases(list, policy)
    idioms = list == .idioms ? PhraseSet([]) : Cues.phrases(.idioms, policy)
  }

  /// Where the first cue stands; nil where there is none.
  func first(in words: ArraySlice<Word>) -> Range<Int>? {
    next(from: words.startIndex, in: words)
  }

  func first(in words: [Word]) -> Range<Int>? { first(in: words[...]) }

  /// Where all cues stand, none within another.
  func all(in words: [Word]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while let cue = next(from: index, in: words[...]) {
      found.append(cue)
      index = cue.upperBound
    }
    return found
  }

  /// The next cue that is no part of an idiom such as `no problem`.
  private func next(from start: Int, in words: ArraySlice<Word>) -> Range<Int>? {
    var index = start
    while index < words.endIndex {
      let cue = phrases.length(at: index, in: words)
      let idiom = idioms.length(at: index, in: words)
      if cue > idiom { return index..<(index + cue) }
      index += max(idiom, 1)
    }
    return nil
  }

  private static func phrases(_ list: CueList, _ policy: Policy) -> PhraseSet {
    var phrases = standard[list] ?? PhraseSet([])
    for phrase in policy.cueWords[list] ?? [] { phrases.insert(phrase) }
    return phrases
  }

  private static let standard = CueWords.standard.mapValues { PhraseSet($0) }
}
