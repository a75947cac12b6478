// The standard library has Unicode's canonical forms, but not yet in its public interface.
@_spi(_Unicode) internal import Swift

/// Text as it is compared whatever the case of its letters and however they are encoded.
enum CaselessText {
  /// The text decomposed, folded and composed again, as Unicode matches without case.
  ///
  /// `ü` is one whether it was typed as a letter or as `u` with a mark, `ß` is `ss`, and the wide
  /// forms of ASCII characters are these characters.
  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var folded = String.UnicodeScalarView()
    for scalar in text._nfd { append(scalar, to: &folded) }
    var composed = String.UnicodeScalarView()
    composed.append(contentsOf: String(folded)._nfc)
    return String(composed)
  }

  private static func append(_ scalar: Unicode.Scalar, to folded: inout String.UnicodeScalarView) {
    let narrow = Self.narrow(scalar)
    // Capitals first: what has none of its own, such as `ß`, is written out in them.
    for capital in narrow.properties.uppercaseMapping.unicodeScalars {
      folded.append(contentsOf: capital.properties.lowercaseMapping.unicodeScalars)
    }
  }

  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }
}
