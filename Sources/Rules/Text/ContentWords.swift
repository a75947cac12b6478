/// The words of a text that carry what it speaks of, cut to their stems, to tell whether two texts
/// speak of the same.
struct ContentWords: Sendable {
  /// The stems by their hashes.
  private(set) var stems: Set<UInt64> = []

  init(_ words: some Sequence<Word>) {
    for word in words where !ContentWords.smallWords.contains(word.hash) {
      var text = word.text
      stems.insert(text.withUTF8 { ContentWords.stem(of: $0) })
    }
  }

  init(_ text: String) {
    self.init(Word.words(of: text))
  }

  /// Whether the other text has all words of this one.
  func areAll(in other: ContentWords) -> Bool { stems.isSubset(of: other.stems) }

  /// Whether the texts share at least half of the words of the shorter one.
  func matches(_ other: ContentWords) -> Bool {
    let fewer = min(stems.count, other.stems.count)
    guard fewer > 0 else { return false }
    return 2 * sharedCount(with: other) >= fewer
  }

  func sharedCount(with other: ContentWords) -> Int {
    let (small, large) = stems.count < other.stems.count ? (self, other) : (other, self)
    return small.stems.count { large.stems.contains($0) }
  }

  /// A word without its hyphens and the endings that change with its place in a sentence.
  ///
  /// It need not be a word: `closes`, `closed` and `closing` all give `clos`.
  private static func stem(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let isPlain = word.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
    guard isPlain else { return hash(of: word[...]) }
    var rest = word[...]
    if rest.count > 4, rest.ends(with: "ies") {
      return Word.hash(hash(of: rest.dropLast(3)), with: UInt8(ascii: "y"))
    }
    if rest.count > 3, rest.ends(with: "s"), !rest.ends(with: "ss") { rest.removeLast() }
    if rest.count > 5, rest.ends(with: "ing") {
      rest.removeLast(3)
    } else if rest.count > 4, rest.ends(with: "ed") {
      rest.removeLast(2)
    }
    if rest.count > 3, rest.ends(with: "e") { rest.removeLast() }
    if rest.count > 3, rest.last == rest.dropLast().last { rest.removeLast() }
    return hash(of: rest)
  }

  private static func hash(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    var hash = Word.hashBasis
    for byte in bytes where byte != UInt8(ascii: "-") { hash = Word.hash(hash, with: byte) }
    return hash
  }

  /// Words that say little about what a sentence is about.
  private static let smallWords = Set(
    [
      "a", "an", "the", "this", "that", "these", "those", "here", "there", "it", "its", "and", "or",
      "but", "nor", "so", "as", "than", "then", "of", "in", "on", "at", "by", "to", "for", "from",
      "with", "into", "within", "during", "per", "via", "about", "up", "off", "no", "not", "any",
      "all", "each", "every", "both", "some", "such", "also", "too", "very", "just", "more", "most",
      "be", "is", "are", "was", "were", "been", "being", "am", "do", "does", "did", "done", "have",
      "has", "had", "will", "would", "shall", "should", "can", "could", "may", "might", "must",
      "we",
      "us", "our", "ours", "you", "your", "yours", "i", "me", "my", "he", "she", "his", "her",
      "they", "them", "their", "who", "whom", "which", "what", "when", "where", "why", "how", "get",
      "gets", "got", "give", "gives", "given", "go", "goes", "make", "makes", "made", "include",
      "includes", "including", "included", "exclude", "excludes", "excluding", "excluded", "part",
      "scope", "deliver", "delivers", "delivered", "provide", "provides", "provided", "receive",
      "receives", "guarantee", "guarantees", "guaranteed",
    ].map { Word($0, range: 0..<0, separation: .space).hash })
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  fileprivate func ends(with text: StaticString) -> Bool {
    text.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
  }
}
