import Diagnostics

/// The line that a finding is on, safe to print and cut to a terminal's width, and its underline.
struct SourceExcerpt {
  let line: String

  /// The spaces before the underline.
  let indentation: String

  /// Carets below the finding's words; at least one.
  let underline: String

  private static let width = 96
  private static let leadingContext = 32

  init?(of diagnostic: Diagnostic) {
    guard let sourceLine = diagnostic.sourceLine else { return nil }
    var scalars = Array(sourceLine.unicodeScalars.prefix(1 << 20))
    if diagnostic.start.line == 1, scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    let first = min(max(diagnostic.start.column - 1, 0), scalars.count)
    let isOneLine = diagnostic.end.line == diagnostic.start.line
    let last = isOneLine ? min(max(diagnostic.end.column - 1, first), scalars.count) : scalars.count

    let start = Self.start(of: scalars, showing: first)
    var shown = start > 0 ? "…" : ""
    var used = start > 0 ? 1 : 0
    var indentation = used
    var underline = 0
    for index in start..<scalars.count {
      let piece = scalars[index].excerpt
      if used + piece.width > Self.width {
        shown += "…"
        break
      }
      shown += piece.text
      used += piece.width
      if index < first { indentation = used }
      if index >= first, index < last { underline += piece.width }
    }
    line = shown
    self.indentation = String(repeating: " ", count: indentation)
    self.underline = String(repeating: "^", count: max(underline, 1))
  }

  /// The scalar to begin at, so that what is underlined is not cut off.
  private static func start(of scalars: [Unicode.Scalar], showing first: Int) -> Int {
    var total = 0
    for scalar in scalars where total <= width { total += scalar.excerpt.width }
    guard total > width else { return 0 }
    var before = 0
    var start = first
    while start > 0, before < leadingContext {
      start -= 1
      before += scalars[start].excerpt.width
    }
    return start
  }
}

extension Unicode.Scalar {
  /// The scalar as an excerpt shows it, and the columns of a terminal that it takes.
  fileprivate var excerpt: (text: String, width: Int) {
    if self == "\t" { return ("    ", 4) }
    if mustBeEscaped {
      let text = String(self).escapingControls
      return (text, text.utf8.count)
    }
    return (String(self), terminalWidth)
  }
}
