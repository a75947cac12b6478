internal import Briefs

/// The words of a text as they are searched: letter case, white space, quotation marks, dashes and
/// how a letter is encoded make no difference, and what is neither letter nor digit ends a word.
package struct SearchWords: Sendable, Equatable {
  /// The folded words with one space between them.
  package let joined: [UInt8]

  package init(_ text: String) {
    joined = FoldedWords.words(of: text)
  }

  /// The single words.
  package var words: [ArraySlice<UInt8>] { joined.split(separator: space) }

  /// Whether every word of a question begins a word of some folded words.
  func match(_ folded: ArraySlice<UInt8>) -> Bool {
    words.allSatisfy { word in
      var start = folded.startIndex
      while start < folded.endIndex {
        if folded[start...].starts(with: word) { return true }
        guard let end = folded[start...].firstIndex(of: space) else { return false }
        start = end + 1
      }
      return false
    }
  }
}

private let space: UInt8 = 0x20
