internal import Diagnostics

/// How a terminal shows a text that stands out.
enum TerminalStyle: String {
  case bold = "1"
  case faint = "2"
  case underlined = "4"
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
}

extension String {
  /// The text in a style, where colour is wanted; what it holds must be safe to print.
  func styled(_ style: TerminalStyle, if isColored: Bool) -> String {
    isColored ? "\u{1B}[\(style.rawValue)m\(self)\u{1B}[0m" : self
  }
}
