/// A piece of a text as comparing takes it: a word, a run of white space, or a line.
///
/// Two are the same where their bytes are.
struct TextToken: Hashable {
  enum Granularity {
    case words
    case lines
  }

  let text: String

  /// Cuts a text; joined again, the pieces are the text.
  static func tokens(of text: String, by granularity: Granularity) -> [TextToken] {
    var result: [TextToken] = []
    var piece = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let last, isCut(between: last, and: scalar, by: granularity) {
        result.append(TextToken(text: String(piece)))
        piece = String.UnicodeScalarView()
      }
      piece.append(scalar)
      last = scalar
    }
    if !piece.isEmpty { result.append(TextToken(text: String(piece))) }
    return result
  }

  private static func isCut(
    between last: Unicode.Scalar, and next: Unicode.Scalar, by granularity: Granularity
  ) -> Bool {
    switch granularity {
    case .words: last.properties.isWhitespace != next.properties.isWhitespace
    case .lines: last == "\n"
    }
  }

  static func == (left: TextToken, right: TextToken) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
