/// A character with white space, letter case, quotation marks and dashes evened out.
///
/// All that is searched for words of a person is folded by this one rule.
enum FoldedScalar {
  /// It is passed over: a double quotation mark, or what no reader sees.
  case nothing

  /// It stands between words.
  case space

  case byte(UInt8)
  case bytes(String.UTF8View)

  init(_ scalar: Unicode.Scalar) {
    self = scalar.isASCII ? Self(UInt8(scalar.value)) : Self(beyondASCII: scalar)
  }

  private init(_ byte: UInt8) {
    switch byte {
    case 0...0x20, 0x7F: self = .space
    case UInt8(ascii: "\""): self = .nothing
    case UInt8(ascii: "`"): self = .byte(UInt8(ascii: "'"))
    case 0x41...0x5A: self = .byte(byte + 0x20)
    default: self = .byte(byte)
    }
  }

  private init(beyondASCII scalar: Unicode.Scalar) {
    switch scalar {
    case "‘", "’", "‚", "‛", "′", "´": self = .byte(UInt8(ascii: "'"))
    case "“", "”", "„", "‟", "«", "»", "″": self = .nothing
    case "‐", "‑", "‒", "–", "—", "−": self = .byte(UInt8(ascii: "-"))
    case "…": self = .bytes("...".utf8)
    case _ where scalar.properties.isWhitespace: self = .space
    case _ where scalar.properties.isDefaultIgnorableCodePoint: self = .nothing
    default: self = .bytes(scalar.properties.lowercaseMapping.utf8)
    }
  }
}
