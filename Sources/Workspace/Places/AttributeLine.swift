/// A line of a `.gitattributes` file: which paths it is for, and what it says of them.
struct AttributeLine {
  /// The name that the line defines as standing for its attributes; nil on a line for paths.
  let macro: [UInt8]?
  let attributes: [[UInt8]]
  private let pattern: [UInt8]

  static func parse(_ bytes: [UInt8]) -> [AttributeLine] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    return text.split(separator: UInt8(ascii: "\n")).compactMap { AttributeLine($0) }
  }

  private init?(_ line: ArraySlice<UInt8>) {
    let text = line.drop { AttributeLine.isSpace($0) }
    guard let first = text.first, first != UInt8(ascii: "#") else { return nil }
    let quoted = first == UInt8(ascii: "\"") ? AttributeLine.unquoted(text.dropFirst()) : nil
    let plain = text.prefix { !AttributeLine.isSpace($0) }
    let pattern = quoted?.text ?? Array(plain)
    let rest = quoted?.rest ?? text[plain.endIndex...]
    let prefix = Array("[attr]".utf8)
    macro = pattern.starts(with: prefix) ? Array(pattern.dropFirst(prefix.count)) : nil
    attributes = rest.split { AttributeLine.isSpace($0) }.map { Array($0) }
    self.pattern = pattern
  }

  /// Whether the line is for a path, as seen from the file's folder.
  ///
  /// Git's own reading: a pattern without a slash is for the name, one with a slash for the path.
  func matches(_ path: [UInt8]) -> Bool {
    if macro != nil { return false }
    let slash = UInt8(ascii: "/")
    if pattern.contains(slash) { return PathPattern(pattern).matches(path) }
    return path.split(separator: slash).last.map { PathPattern.matches($0, pattern[...]) } ?? false
  }

  /// Whether an attribute makes git rewrite a file.
  static func isRewriting(_ attribute: [UInt8]) -> Bool {
    let name = attribute.prefix { $0 != UInt8(ascii: "=") }
    if name.elementsEqual("ident".utf8) || name.elementsEqual("filter".utf8) { return true }
    return name.elementsEqual("working-tree-encoding".utf8) && name.count < attribute.count
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }

  /// What stands in quotes as C writes it, and what follows; nil where they are not closed.
  private static func unquoted(
    _ bytes: ArraySlice<UInt8>
  ) -> (text: [UInt8], rest: ArraySlice<UInt8>)? {
    var text: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\"") { return (text, rest) }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      let digits = rest.prefix(3)
      if digits.count == 3, let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 8) {
        text.append(code)
        rest = rest.dropFirst(3)
      } else if let escaped = rest.popFirst() {
        text.append(escapes[escaped] ?? escaped)
      }
    }
    return nil
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "t"): 0x09,
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "v"): 0x0B, UInt8(ascii: "f"): 0x0C,
    UInt8(ascii: "r"): 0x0D,
  ]
}
