import TestSupport

/// Text that is hard to write: what YAML, terminals and editors stumble over.
struct NastyText {
  /// The lines of the big list of naughty strings, where the file is there.
  private static let naughty: [String] = {
    let path = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let bytes = readFile("/" + path + "/Corpora/blns.txt") ?? []
    return bytes.split(separator: UInt8(ascii: "\n"))
      .map { String(decoding: $0, as: UTF8.self) }
  }()

  private static let pieces = [
    "", " ", "a", "word", "two words", ":", ": ", " #", "#", "# ", "- ", "-", "? ", "*", "&x", "!",
    "%", "@", "`", "[", "]", "{", "}", ",", ", ", "'", "\"", "\\", "|", ">", "|-", "---", "...",
    "~", "null", "Yes", "1", "0x1f", "12:30", "<<", "=", "key: value", "P1", "é", "e\u{301}",
    "日本語", "😀", "\u{A0}", "\u{200B}", "\u{3000}", "\u{AD}", "text: ", "id: P9",
  ]

  private static let breaking = [
    "\n", "\n\n", "\n ", "\n\n\n", "\t", "\r", "\r\n", "\n---\n", "\n# ", "\n- ", "\u{0}", "\u{1B}",
    "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}", "\u{61C}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}",
  ]

  /// Any text at all.
  static func any(_ generator: inout SeededGenerator) -> String {
    text(from: pieces + breaking, &generator)
  }

  /// Text of one line without anything that may not stand in a file, and no space around it.
  static func line(_ generator: inout SeededGenerator) -> String {
    let scalars = text(from: pieces, &generator).unicodeScalars
      .filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && !isForbidden($0) }
    let trimmed = scalars.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
    return trimmed.reduce(into: "") { $0.unicodeScalars.append($1) }
  }

  private static func text(
    from pieces: [String], _ generator: inout SeededGenerator
  ) -> String {
    if !naughty.isEmpty, Int.random(in: 0..<4, using: &generator) == 0 {
      return naughty.randomElement(using: &generator) ?? ""
    }
    return (0..<Int.random(in: 1...5, using: &generator))
      .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
