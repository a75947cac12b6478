internal import Diagnostics

/// Spaces at the ends of the lines of front-matter, which nobody sees.
enum TrailingSpaces {
  /// The edits that take them away, except in text that goes over several lines.
  static func edits(in root: YAMLMapping, _ source: SourceText) -> [TextEdit] {
    var protected = ProtectedLines(root, source)
    var edits: [TextEdit] = []
    var start = root.span.lowerBound
    let end = endOfFrontMatter(source)
    while start < end {
      let line = source.line(from: start)
      let spaces = source.bytes[line].reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
      if spaces > 0, !protected.holds(line) {
        edits.append(
          TextEdit(range: (line.upperBound - spaces)..<line.upperBound, replacement: ""))
      }
      start = source.startOfLine(below: start)
    }
    return edits
  }

  private static func endOfFrontMatter(_ source: SourceText) -> Int {
    if case .found(let frontMatter, _) = Fences(of: source) { return frontMatter.upperBound }
    return 0
  }
}
