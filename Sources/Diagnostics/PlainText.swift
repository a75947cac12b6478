/// Text that came from a file, made safe to print.
extension String {
  /// The text with every control, C1 and bidirectional character written as `\u{…}`.
  ///
  /// Works on Unicode scalars: a filter on `Character` misses a control character that a combining
  /// mark follows. Tabs and line feeds are escaped too; a report is one line for one thing.
  package var escapingControls: String {
    guard unicodeScalars.contains(where: \.mustBeEscaped) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      if scalar.mustBeEscaped {
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether a terminal or a reader could be misled by the scalar: C0, DEL, C1, line and paragraph
  /// separators, and the marks that turn the direction of text.
  package var mustBeEscaped: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
