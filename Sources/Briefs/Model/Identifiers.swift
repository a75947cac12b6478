/// The forms of ids, decided on bytes.
package enum Identifiers {
  /// Whether the text is an item's id: `[A-Z][A-Z]?-?[0-9A-Z]{1,8}`.
  package static func isItemID(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, isUpper(first), bytes.count >= 2 else { return false }
    return [1, 2].contains { letters in
      guard bytes.count > letters, bytes[..<letters].allSatisfy(isUpper) else { return false }
      var rest = bytes[letters...]
      if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      return (1...8).contains(rest.count) && rest.allSatisfy { isUpper($0) || isDigit($0) }
    }
  }

  /// Whether the text is a brief's id: `[a-z0-9][a-z0-9-]{1,63}`.
  package static func isBriefID(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, (2...64).contains(bytes.count) else { return false }
    return first != UInt8(ascii: "-")
      && bytes.allSatisfy { isLower($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
  }

  /// Whether the text names an item of another brief: `acme-sdr/X1`.
  package static func isForeignItem(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    return isBriefID(String(parts[0]) ?? "") && isItemID(String(parts[1]) ?? "")
  }

  /// Whether the text is an e-mail address in printable ASCII; `lowerCase` asks for no capitals.
  package static func isAddress(_ text: String, lowerCase: Bool) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count <= 254, let at = bytes.firstIndex(of: UInt8(ascii: "@")), at > 0,
      bytes.lastIndex(of: UInt8(ascii: "@")) == at
    else { return false }
    let domain = bytes[(at + 1)...]
    return bytes.allSatisfy { isAddressByte($0) && !(lowerCase && isUpper($0)) }
      && domain.allSatisfy {
        isLower($0) || isUpper($0) || isDigit($0) || $0 == UInt8(ascii: "-")
          || $0 == UInt8(ascii: ".")
      }
      && !domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .contains(where: \.isEmpty)
  }

  /// Whether the text is so many lower-case hexadecimal digits.
  package static func isHexadecimal(_ text: some StringProtocol, count: Int) -> Bool {
    text.utf8.count == count
      && text.utf8.allSatisfy {
        isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }

  static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    isUpper(byte) || isLower(byte) || isDigit(byte)
      || "@.!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
  }
}

extension String {
  /// The text with `A`–`Z` made lower-case and nothing else folded, for comparing addresses.
  package var asciiLowercased: String {
    String(decoding: utf8.map { Identifiers.isUpper($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
  }
}
