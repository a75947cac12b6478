/// One header of a message, folded at spaces so that its lines stay short.
struct HeaderField {
  private let name: String
  private let words: [String]

  /// A header whose value stands as it is, such as a date or ids.
  init(_ name: String, _ words: [String]) {
    self.name = name
    self.words = words
  }

  /// A header of free words, such as the subject.
  init(_ name: String, text: HeaderText) {
    self.init(name, text.string.encodedWhereNeeded)
  }

  /// A header of addresses, none of them hidden.
  init(_ name: String, addresses: [MailAddress]) {
    var words: [String] = []
    for (index, address) in addresses.enumerated() {
      words += address.headerWords
      if index + 1 < addresses.count { words[words.count - 1] += "," }
    }
    self.init(name, words)
  }

  /// The lines, each ended by CRLF.
  var text: String {
    var lines = ""
    var line = name + ":"
    for (index, word) in words.enumerated() {
      // An empty first line is allowed, but not every program reads it.
      if index > 0, line.utf8.count + 1 + word.utf8.count > HeaderField.lineLength {
        lines += line + "\r\n"
        line = ""
      }
      line += " " + word
    }
    return lines + line + "\r\n"
  }

  /// RFC 5322 asks for no more than 78, and RFC 2047 for 76 where there is an encoded word.
  private static let lineLength = 76
}

extension String {
  /// The words of a header: as they are but from the first that cannot stand so to the last.
  fileprivate var encodedWhereNeeded: [String] {
    let words = headerWords
    // Single spaces alone survive between words that are not encoded.
    guard words.joined(separator: " ").utf8.elementsEqual(utf8) else { return encoded }
    guard let first = words.firstIndex(where: { !$0.isPlainWord }),
      let last = words.lastIndex(where: { !$0.isPlainWord })
    else { return words }
    return words[..<first] + words[first...last].joined(separator: " ").encoded
      + words[(last + 1)...]
  }

  /// Whether a word can stand as it is and is read as it is.
  private var isPlainWord: Bool {
    utf8.allSatisfy { (0x21...0x7E).contains($0) } && utf8.count <= 60 && !contains("=?")
  }

  /// Whether all of it can stand as it is, with single spaces.
  fileprivate var isPlainHeader: Bool {
    headerWords.allSatisfy(\.isPlainWord)
      && headerWords.joined(separator: " ").utf8.elementsEqual(utf8) && utf8.count <= 60
  }

  fileprivate var headerWords: [String] {
    unicodeScalars.split(separator: " ").map { String($0) }
  }

  fileprivate var encoded: [String] { EncodedWord.words(for: self) }

  /// The name in quotes, as one word; its spaces are no place to fold at.
  fileprivate var quoted: String {
    let escaped = unicodeScalars.map { scalar in
      scalar == "\"" || scalar == "\\" ? "\\\(scalar)" : String(scalar)
    }
    return "\"\(escaped.joined())\""
  }

  /// Whether the name needs no quotes: letters, digits and spaces.
  fileprivate var isAtoms: Bool {
    utf8.allSatisfy { byte in
      switch byte {
      case 0x20, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")
      }
    }
  }
}

extension MailAddress {
  fileprivate var headerWords: [String] {
    if name.isEmpty { return [address] }
    let bracketed = "<\(address)>"
    guard name.isPlainHeader else { return name.encoded + [bracketed] }
    return (name.isAtoms ? name.headerWords : [name.quoted]) + [bracketed]
  }
}
