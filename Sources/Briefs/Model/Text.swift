/// A value of a brief as its author wrote it, with the place where it stands.
package struct Text: Sendable {
  /// The words, without quotes and escapes.
  package let string: String

  /// The bytes of the file, quotes included.
  package let span: Range<Int>

  /// How YAML wrote it.
  package let style: YAMLScalar.Style

  package init(_ scalar: YAMLScalar) {
    string = scalar.text
    span = scalar.span
    style = scalar.style
  }

  package init(_ string: String, span: Range<Int>, style: YAMLScalar.Style = .plain) {
    self.string = string
    self.span = span
    self.style = style
  }
}

extension String {
  /// Whether nothing is said: no word remains, or only a placeholder such as `tbd` does.
  ///
  /// White space, default-ignorable and control characters are taken away first, so that a
  /// zero-width space cannot stand in for an exclusion.
  package var isBlank: Bool {
    var rest = ""
    for scalar in unicodeScalars where !scalar.saysNothing {
      rest.unicodeScalars.append(scalar)
      if rest.utf8.count > String.longestPlaceholder { return false }
    }
    if rest.isEmpty { return true }
    return String.blankPlaceholders.contains { rest.lowercased().utf8.elementsEqual($0.utf8) }
  }

  /// What people write where there is nothing to say; in small letters, and nothing else counts.
  package static let blankPlaceholders = ["-", "?", "n/a", "none", "tbd", "todo"]
  private static let longestPlaceholder =
    blankPlaceholders.map(\.utf8.count).max() ?? 0
}

extension Unicode.Scalar {
  fileprivate var saysNothing: Bool {
    if isASCII { return value <= 0x20 || value == 0x7F }
    // The Braille cell without dots is by its looks a space, though not by its properties.
    return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
      || properties.generalCategory == .control || value == 0x2800
  }
}
