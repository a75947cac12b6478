extension FoldedWords {
  /// A text with white space, letter case, quotation marks and dashes evened out, and each letter
  /// in one form however it is encoded.
  package static func folded(_ text: String) -> [UInt8] {
    FoldedWords([CaselessText.folded(text)]).bytes
  }

  /// The words of a text folded so, with one space between them.
  ///
  /// Letters, digits and marks make words; punctuation stands between them. A symbol beyond ASCII,
  /// such as an emoji, is a word of its own.
  package static func words(of text: String) -> [UInt8] {
    var words = SpacedWords()
    for scalar in CaselessText.folded(text).unicodeScalars {
      switch FoldedScalar(scalar) {
      case .nothing: break
      case .space: words.endWord()
      case .byte(let byte): words.isWordByte(byte) ? words.add([byte]) : words.endWord()
      case .bytes(let bytes):
        switch scalar.properties.generalCategory.partInWords {
        case .inside: words.add(bytes)
        case .between: words.endWord()
        case .alone:
          words.endWord()
          words.add(bytes)
          words.endWord()
        }
      }
    }
    return words.bytes
  }
}

/// Words that are put together, with one space between them.
private struct SpacedWords {
  private(set) var bytes: [UInt8] = []
  private var isBetweenWords = false

  mutating func endWord() { isBetweenWords = true }

  mutating func add(_ letters: some Sequence<UInt8>) {
    if isBetweenWords, !bytes.isEmpty { bytes.append(0x20) }
    isBetweenWords = false
    bytes += letters
  }

  func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }
}

extension Unicode.GeneralCategory {
  /// Where a character beyond ASCII stands.
  fileprivate enum PartInWords {
    case inside
    case between
    case alone
  }

  fileprivate var partInWords: PartInWords {
    switch self {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      .inside
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .spaceSeparator, .lineSeparator,
      .paragraphSeparator, .control, .format:
      .between
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .surrogate, .privateUse,
      .unassigned:
      .alone
    @unknown default: .inside
    }
  }
}
