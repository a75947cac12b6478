import Diagnostics

extension String {
  /// The text as Markdown that shows it letter for letter, on one line and in a table's cell.
  ///
  /// A forge also acts on `@name` and `#1` in plain text; a zero-width space keeps it from that,
  /// but not within an address.
  package var escapedForMarkdown: String {
    var result = ""
    var previous: Unicode.Scalar = " "
    var isAfterSign = false
    for scalar in escapingControls.unicodeScalars {
      if isAfterSign, scalar.isWordForming { result += "&#8203;" }
      if scalar.isASCII, scalar != " ", !scalar.isWordForming, !Self.harmless.contains(scalar) {
        result += "\\"
      }
      result.unicodeScalars.append(scalar)
      isAfterSign = (scalar == "@" || scalar == "#") && !previous.isWordForming
      previous = scalar
    }
    return result
  }

  private static let harmless: Set<Unicode.Scalar> = [",", ";", "'", "\"", "?", "%", "/"]
}

extension Unicode.Scalar {
  fileprivate var isWordForming: Bool {
    properties.isAlphabetic || properties.numericType != nil
  }
}
