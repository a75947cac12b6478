/// A tag of HTML, with what is looked at of its attributes.
struct HTMLTag {
  let name: String
  let id: String
  let classes: [String]

  /// What it says of its own look, decoded and without comments.
  let style: String

  /// Whether it has the attribute `hidden`.
  let isHidden: Bool
}

/// HTML cut into text and tags, from front to back and once only; comments, styles and scripts are
/// left out.
struct HTMLTokens {
  enum Token {
    case text(String)
    case start(HTMLTag)
    case end(String)
  }

  private let bytes: [UInt8]
  private var index = 0

  /// What has no text to read, up to its own end tag.
  private static let silent: Set<String> = [
    "head", "iframe", "math", "noembed", "object", "script", "select", "style", "svg", "template",
    "textarea", "title", "xml",
  ]

  init(_ html: String) { bytes = Array(html.utf8) }

  mutating func next() -> Token? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), let kind = bytes.at(index + 1) else {
        return .text(takeText())
      }
      switch kind {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): skipDeclaration()
      case UInt8(ascii: "/"):
        index += 2
        let name = takeName()
        skipPast(">")
        if !name.isEmpty { return .end(name) }
      case _ where kind.isLetter:
        index += 1
        let tag = takeTag()
        guard Self.silent.contains(tag.name) else { return .start(tag) }
        skipSilent(tag.name)
      default: return .text(takeText())
      }
    }
    return nil
  }

  private mutating func takeText() -> String {
    let start = index
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    return HTMLEntities.decoded(bytes[start..<index])
  }

  private mutating func takeName() -> String {
    let start = index
    while index < bytes.count, bytes[index].isNameByte { index += 1 }
    return String(decoding: bytes[start..<index].map(\.lowered), as: UTF8.self)
  }

  private mutating func takeTag() -> HTMLTag {
    let name = takeName()
    var id = ""
    var classes: [String] = []
    var style = ""
    var isHidden = false
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      let before = index
      let key = takeName()
      if key == "hidden" { isHidden = true }
      skipBlanks()
      if bytes.at(index) == UInt8(ascii: "="), !key.isEmpty {
        index += 1
        skipBlanks()
        let value = takeValue()
        if key == "id" { id = value }
        if key == "style" { style = value.decodedStyle }
        if key == "class" { classes = value.split(separator: " ").map(String.init) }
      }
      if index == before { index += 1 }
    }
    index += 1
    return HTMLTag(name: name, id: id, classes: classes, style: style, isHidden: isHidden)
  }

  private mutating func takeValue() -> String {
    guard let quote = bytes.at(index) else { return "" }
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = index + 1
      index = bytes[start...].firstIndex(of: quote) ?? bytes.count
      defer { index += 1 }
      return String(decoding: bytes[start..<min(index, bytes.count)], as: UTF8.self)
    }
    let start = index
    while index < bytes.count, !bytes[index].isBlank, bytes[index] != UInt8(ascii: ">") {
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while index < bytes.count, bytes[index].isBlank { index += 1 }
  }

  private mutating func skipPast(_ end: Unicode.Scalar) {
    let end = UInt8(ascii: end)
    while index < bytes.count, bytes[index] != end { index += 1 }
    index += 1
  }

  /// A comment to its end, which Outlook's conditions have inside of them too; else to `>`.
  private mutating func skipDeclaration() {
    guard bytes[index...].starts(with: "<!--".utf8) else { return skipPast(">") }
    index += 4
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "-"), bytes[index...].starts(with: "-->".utf8) {
        index += 3
        return
      }
      index += 1
    }
  }

  private mutating func skipSilent(_ name: String) {
    let name = Array(name.utf8)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), bytes.at(index + 1) == UInt8(ascii: "/"),
        bytes[min(index + 2, bytes.count)...].prefix(name.count).map(\.lowered) == name
      {
        return skipPast(">")
      }
      index += 1
    }
  }
}

extension [UInt8] {
  fileprivate func at(_ index: Int) -> UInt8? { index < count ? self[index] : nil }
}

extension String {
  /// A style without its entities and comments.
  fileprivate var decodedStyle: String {
    let bytes = Array(HTMLEntities.decoded(Array(utf8)[...]).utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index...].starts(with: "/*".utf8) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      index += 2
      while index < bytes.count, !bytes[index...].starts(with: "*/".utf8) { index += 1 }
      index += 2
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(lowered) }
  fileprivate var isBlank: Bool { self <= 0x20 }
  fileprivate var isNameByte: Bool {
    isLetter || (0x30...0x39).contains(self) || self == UInt8(ascii: "-")
      || self == UInt8(ascii: ":") || self == UInt8(ascii: "_")
  }
}
