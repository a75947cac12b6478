internal import Briefs
internal import Diagnostics

/// A line for a terminal, which holds nothing that a terminal would obey but our own styles.
///
/// Text from elsewhere gets in by interpolation alone, and is escaped there; so nobody can forget it.
struct TerminalText: ExpressibleByStringInterpolation {
  /// The line, safe to print.
  let string: String

  private init(safe string: String) { self.string = string }

  init(stringLiteral value: String) { self.init(safe: value) }

  init(stringInterpolation: StringInterpolation) { self.init(safe: stringInterpolation.safe) }

  /// Words of which each run is marked on its own; spaces stand outside of marks.
  init(_ words: MarkedWords, marking mark: (WordDifference.Run) -> TerminalText) {
    self.init(safe: words.rendered { mark($0).string })
  }

  /// What is put together from our own words and those of others.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var safe = ""

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { safe += literal }

    mutating func appendInterpolation(_ text: String) { safe += text.escapingControls }

    mutating func appendInterpolation(_ text: TerminalText) { safe += text.string }
  }

  /// The line in a style, where colour is wanted.
  func styled(_ style: TerminalStyle, if isColored: Bool) -> TerminalText {
    isColored ? TerminalText(safe: style.applied(to: string)) : self
  }
}

extension [TerminalText] {
  /// The lines as text that ends with a line feed.
  var text: String { map { $0.string + "\n" }.joined() }
}
