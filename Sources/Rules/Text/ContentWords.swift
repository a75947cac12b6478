/// The words of a text that carry what it speaks of, cut to their stems, to tell whether two texts
/// speak of the same.
struct ContentWords: Sendable {
  private(set) var stems: Set<String> = []

  init(_ words: some Sequence<Word>) {
    for word in words where !ContentWords.smallWords.contains(word.text) {
      stems.insert(ContentWords.stem(of: word.text))
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
  private static func stem(of word: String) -> String {
    var bytes = Array(word.utf8)
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return word }
    bytes.removeAll { $0 == UInt8(ascii: "-") }
    if bytes.contains(where: { (0x30...0x39).contains($0) }) {
      return String(decoding: bytes, as: UTF8.self)
    }
    if bytes.count > 4, bytes.ends(with: "ies") {
      bytes.replaceSubrange((bytes.count - 3)..., with: [UInt8(ascii: "y")])
    } else if bytes.count > 3, bytes.ends(with: "s"), !bytes.ends(with: "ss") {
      bytes.removeLast()
    }
    if bytes.count > 5, bytes.ends(with: "ing") {
      bytes.removeLast(3)
    } else if bytes.count > 4, bytes.ends(with: "ed") {
      bytes.removeLast(2)
    }
    if bytes.count > 3, bytes.last == UInt8(ascii: "e") { bytes.removeLast() }
    if bytes.count > 3, bytes.last == bytes[bytes.count - 2] { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Words that say little about what a sentence is about.
  private static let smallWords: Set<String> = [
    "a", "an", "the", "this", "that", "these", "those", "here", "there", "it", "its", "and", "or",
    "but", "nor", "so", "as", "than", "then", "of", "in", "on", "at", "by", "to", "for", "from",
    "with", "into", "within", "during", "per", "via", "about", "up", "off", "no", "not", "any",
    "all", "each", "every", "both", "some", "such", "also", "too", "very", "just", "more", "most",
    "be", "is", "are", "was", "were", "been", "being", "am", "do", "does", "did", "done", "have",
    "has", "had", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "we",
    "us", "our", "ours", "you", "your", "yours", "i", "me", "my", "he", "she", "his", "her",
    "they", "them", "their", "who", "whom", "which", "what", "when", "where", "why", "how", "get",
    "gets", "got", "give", "gives", "given", "go", "goes", "make", "makes", "made", "include",
    "includes", "including", "included", "exclude", "excludes", "excluding", "excluded", "part",
    "scope", "deliver", "delivers", "delivered", "provide", "provides", "provided", "receive",
    "receives", "guarantee", "guarantees", "guaranteed",
  ]
}

extension [UInt8] {
  fileprivate func ends(with text: StaticString) -> Bool {
    text.withUTF8Buffer { count >= $0.count && self[(count - $0.count)...].elementsEqual($0) }
  }
}
