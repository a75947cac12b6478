/// Markdown as its writer meant it for readers: what plain CommonMark would run together is set on
/// lines of its own.
///
/// A table becomes a list with an item for each row, `What: SSO; Who: Ana`, and a line that begins
/// with `•` becomes an item.
struct ReadableMarkdown {
  private var result: [String] = []
  private var fence: Unicode.Scalar?
  private var isAfterBullet = false

  /// The text with its tables and bullets as lists.
  static func of(_ markdown: String) -> String {
    guard markdown.unicodeScalars.contains(where: { $0 == "|" || bullets.contains($0) }) else {
      return markdown
    }
    let lines = markdown.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
    var reader = ReadableMarkdown()
    reader.read(lines)
    return reader.result.joined(separator: "\n")
  }

  private mutating func read(_ lines: [String]) {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if isCode(line) {
        result.append(line)
      } else if let table = MarkdownTable(lines[index...]) {
        result += table.items
        index += table.lineCount
        if index < lines.count { result.append("") }
        continue
      } else {
        result.append(itemised(line))
      }
      index += 1
    }
  }

  /// Whether the line is within a fenced block, or opens or closes one.
  private mutating func isCode(_ line: String) -> Bool {
    let start = line.unicodeScalars.drop { $0 == " " }
    let mark = start.first ?? " "
    guard mark == "`" || mark == "~", start.prefix(3).allSatisfy({ $0 == mark }), start.count > 2
    else { return fence != nil }
    if fence == nil { fence = mark } else if fence == mark { fence = nil }
    return true
  }

  /// The line with a hyphen where it begins with a bullet.
  private mutating func itemised(_ line: String) -> String {
    let scalars = line.unicodeScalars
    let indent = scalars.prefix { $0 == " " }
    let words = scalars[indent.endIndex...]
    guard let first = words.first else { return line }
    guard Self.bullets.contains(first), indent.count < 4 || isAfterBullet else {
      isAfterBullet = first == "-" || first == "*" || (isAfterBullet && !indent.isEmpty)
      return line
    }
    isAfterBullet = true
    let rest = words.dropFirst().drop { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
    return String(indent) + "- " + String(rest)
  }

  private static let bullets: Set<Unicode.Scalar> = ["•", "◦", "▪", "●", "‣"]
}
