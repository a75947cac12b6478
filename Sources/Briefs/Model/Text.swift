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

  /// The value as it stands so many bytes further on.
  func moved(by distance: Int) -> Text {
    Text(string, span: span.moved(by: distance), style: style)
  }
}

extension Range<Int> {
  func moved(by distance: Int) -> Range<Int> {
    (lowerBound + distance)..<(upperBound + distance)
  }
}

extension String {
  /// Whether nothing is said: no word remains, or only a placeholder such as `tbd` does.
  ///
  /// White space, default-ignorable and control characters are taken away first, so that a
  /// zero-width space cannot stand in for an exclusion.
  package var isBlank: Bool {
    if saysMuch { return false }
    var rest = ""
    for scalar in unicodeScalars where !scalar.saysNothing {
      rest.unicodeScalars.append(scalar)
      if rest.utf8.count > String.longestPlaceholder { return false }
    }
    if rest.isEmpty { return true }
    return String.blankPlaceholders.contains { rest.lowercased().utf8.elementsEqual($0.utf8) }
  }

  /// A cheap look: nearly all text has more letters than a placeholder.
  private var saysMuch: Bool {
    var count = 0
    for byte in utf8 where byte > 0x20 && byte < 0x7F {
      count += 1
      if count > String.longestPlaceholder { return true }
    }
    return false
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
