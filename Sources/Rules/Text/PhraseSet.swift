/// Phrases of one or more words, found in a text in one pass.
struct PhraseSet: Sendable {
  /// What may follow a first word, the longest first.
  private var rests: [String: [[String]]] = [:]

  /// For each first byte, modulo 64, the lengths that first words have: most words of a text are
  /// passed over without a look at the dictionary.
  private var lengths = [UInt64](repeating: 0, count: 64)

  init(_ phrases: [String]) {
    for phrase in phrases { insert(phrase) }
  }

  mutating func insert(_ phrase: String) {
    let words = Word.words(of: phrase).map(\.text)
    guard let first = words.first, let byte = first.utf8.first else { return }
    rests[first, default: []].append(Array(words.dropFirst()))
    rests[first]?.sort { $0.count > $1.count }
    lengths[Int(byte & 63)] |= 1 << UInt64(first.utf8.count & 63)
  }

  /// How many words the longest phrase has that begins with a word; 0 where none does.
  func length(at index: Int, in words: ArraySlice<Word>) -> Int {
    let first = words[index].text
    guard let byte = first.utf8.first,
      lengths[Int(byte & 63)] & (1 << UInt64(first.utf8.count & 63)) != 0,
      let candidates = rests[first]
    else { return 0 }
    for rest in candidates where rest.count < words.endIndex - index {
      if zip(rest, words[(index + 1)...]).allSatisfy({ $0 == $1.text }) { return rest.count + 1 }
    }
    return 0
  }
}
