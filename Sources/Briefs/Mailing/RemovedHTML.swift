/// What takes the place of HTML that is not rendered, so that words on both sides stay apart.
enum RemovedHTML {
  /// The bytes in place of one piece: a line break for `<br>`, nothing for a comment or for a tag
  /// within a word, else a space.
  static func gap(for html: ArraySlice<UInt8>) -> [UInt8] {
    let name = tagName(of: html)
    if name == Array("br".utf8) { return Array("  \n".utf8) }
    if html.first != UInt8(ascii: "<") || html.last != UInt8(ascii: ">") { return [] }
    return name.isEmpty || withinWords.contains(name) ? [] : [UInt8(ascii: " ")]
  }

  /// The small letters of a tag's name; empty where it is none.
  private static func tagName(of html: ArraySlice<UInt8>) -> [UInt8] {
    html.dropFirst().drop { $0 == UInt8(ascii: "/") }.prefix { byte in
      let letter = byte | 0x20
      return (0x61...0x7A).contains(letter) || (0x30...0x39).contains(byte)
    }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// Tags that change how words look, and put nothing between them.
  private static let withinWords = Set(
    [
      "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i",
      "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
      "tt", "u", "var", "wbr",
    ].map { Array($0.utf8) })
}
