/// A word as a full-text index holds it.
///
/// Letters but `z` and digits stand for themselves, every other byte for `z` and two digits; words
/// are cut at 64 of these. Where a word begins another one, so do their tokens.
package enum SearchToken {
  private static let limit = 64

  /// The token of one folded word.
  static func encode(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var token: [UInt8] = []
    for byte in word {
      if byte < 0x80, byte != UInt8(ascii: "z") {
        token.append(byte)
      } else {
        let digits = Array("0123456789abcdef".utf8)
        token += [UInt8(ascii: "z"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
      if token.count >= limit { return Array(token.prefix(limit)) }
    }
    return token
  }

  /// The tokens that begin what holds some words; a few of the longest, which tell most.
  package static func beginnings(of words: [String]) -> [String] {
    let all = SearchWords(words.joined(separator: " ")).words.map { encode($0) }
    let longest = Set(all).sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1)
    }
    return longest.prefix(8).map { String(decoding: $0, as: UTF8.self) }
  }
}
