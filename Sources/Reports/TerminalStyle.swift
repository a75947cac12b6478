internal import Diagnostics

/// How a terminal shows a text that stands out.
enum TerminalStyle: String {
  case bold = "1"
  case faint = "2"
  case red = "31"
  case green = "32"
  case yellow = "33"

  /// Red and struck through, for words that went.
  case struck = "31;9"
}

extension TerminalStyle {
  init(_ severity: Severity) {
    self = severity == .error ? .red : .yellow
  }

  /// A text that is safe to print in the style.
  func applied(to text: String) -> String { "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" }
}

extension String {
  /// The text, safe to print, and in a style where colour is wanted.
  func styled(_ style: TerminalStyle, if isColored: Bool) -> String {
    isColored ? style.applied(to: escapingControls) : escapingControls
  }
}
