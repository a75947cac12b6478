internal import Briefs

/// All cue words, found in a text in one pass.
///
/// Phrases are known by the hashes of their words, so that the lists are ready in no time when a
/// gate starts, and a word that begins no phrase costs one look at a bit.
struct CueIndex: Sendable {
  /// The lists that a phrase is on, by its hash.
  private var lists: [UInt64: CueLists] = [:]

  /// How many words the longest phrase has that begins with a word, by the word's hash.
  private var longest: [UInt64: Int] = [:]

  /// A bit for each first word, so that most words need no look at the dictionary.
  private var firstWords = [UInt64](repeating: 0, count: 64)

  init(_ phrases: [CueList: [String]]) {
    lists.reserveCapacity(phrases.values.reduce(0) { $0 + $1.count })
    for (list, phrases) in phrases {
      for phrase in phrases { insert(Word.words(of: phrase), CueLists(list)) }
    }
  }

  /// The words that come with the program.
  static let standard = CueIndex(CueWords.standard)

  private mutating func insert(_ words: [Word], _ list: CueLists) {
    guard let first = words.first?.hash, words.count <= CueIndex.longestPhrase else { return }
    lists[CueIndex.hash(of: words[...]), default: []].formUnion(list)
    longest[first] = max(longest[first] ?? 0, words.count)
    firstWords[Int(first >> 6 & 63)] |= 1 << (first & 63)
  }

  /// Calls with each phrase that begins at a word: its length and the lists that it is on.
  func forEachPhrase(at start: Int, in words: [Word], _ body: (Int, CueLists) -> Void) {
    let first = words[start].hash
    guard firstWords[Int(first >> 6 & 63)] & (1 << (first & 63)) != 0,
      let longest = longest[first]
    else { return }
    var hash = CueIndex.basis
    for length in 1...min(longest, words.count - start) {
      hash = CueIndex.hash(hash, with: words[start + length - 1])
      if let lists = lists[hash] { body(length, lists) }
    }
  }

  /// Longer phrases are sentences that nobody writes twice, and would make long texts slow.
  private static let longestPhrase = 12

  private static func hash(of words: ArraySlice<Word>) -> UInt64 {
    words.reduce(basis) { hash($0, with: $1) }
  }

  private static func hash(_ hash: UInt64, with word: Word) -> UInt64 {
    (hash &* 31) ^ word.hash
  }

  private static let basis: UInt64 = 0
}

/// A set of lists.
struct CueLists: OptionSet, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  init(_ list: CueList) {
    rawValue = 1 << UInt64(list.rawValue)
  }
}

/// The cue words of one text.
struct FoundCues: Sendable {
  private var found: [(lists: CueLists, words: Range<Int>)] = []
  private var lists: CueLists = []

  /// Looks through a text; a cue within an idiom such as `no problem` is none.
  init(in words: [Word], _ indexes: [CueIndex]) {
    let idiomList = CueLists(.idioms)
    var idiomEnd = 0
    for start in words.indices {
      var idiom = 0
      let firstFound = found.count
      for index in indexes {
        index.forEachPhrase(at: start, in: words) { length, lists in
          if lists.contains(idiomList) { idiom = max(idiom, length) }
          if start >= idiomEnd { found.append((lists, start..<(start + length))) }
        }
      }
      guard found.count > firstFound || idiom > 0 else { continue }
      if idiom > 0 {
        let longer = found[firstFound...].filter { $0.words.count > idiom }
        found.replaceSubrange(firstFound..., with: longer)
        idiomEnd = max(idiomEnd, start + idiom)
      }
      for cue in found[firstFound...] { lists.formUnion(cue.lists) }
    }
  }

  func contain(_ list: CueList) -> Bool { lists.contains(CueLists(list)) }

  /// Where the first cue of a list stands, within some of the text's words.
  func first(_ list: CueList, within words: Range<Int>? = nil) -> Range<Int>? {
    guard contain(list) else { return nil }
    let wanted = CueLists(list)
    var first: Range<Int>?
    for cue in found where cue.lists.contains(wanted) {
      if let words,
        cue.words.lowerBound < words.lowerBound || cue.words.upperBound > words.upperBound
      {
        continue
      }
      if let known = first {
        // Of two that begin at the same word, the longer one says more.
        guard cue.words.lowerBound == known.lowerBound else { break }
        if cue.words.count > known.count { first = cue.words }
      } else {
        first = cue.words
      }
    }
    return first
  }

  /// Where all cues of a list stand, none within another.
  func all(_ list: CueList) -> [Range<Int>] {
    guard contain(list) else { return [] }
    let wanted = CueLists(list)
    var all: [Range<Int>] = []
    for cue in found where cue.lists.contains(wanted) {
      if let last = all.last, cue.words.lowerBound < last.upperBound {
        if cue.words.lowerBound == last.lowerBound { all[all.count - 1] = cue.words }
        continue
      }
      all.append(cue.words)
    }
    return all
  }
}
