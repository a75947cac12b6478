/// The named and numbered characters of HTML text.
enum HTMLEntities {
  /// The text of bytes between tags; what is no known name stays as it is.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var rest = bytes
    while let first = rest.first {
      if first == UInt8(ascii: "&"), let (scalar, length) = entity(rest.dropFirst()) {
        result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        rest = rest.dropFirst(1 + length)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// What stands behind `&`, and how many bytes it takes.
  private static func entity(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    let name = bytes.prefix(12).prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 && $0 < 0x7F }
    guard !name.isEmpty, bytes.dropFirst(name.count).first == UInt8(ascii: ";") else { return nil }
    let text = String(decoding: name, as: UTF8.self)
    let scalar: Unicode.Scalar?
    if text.hasPrefix("#x") || text.hasPrefix("#X") {
      scalar = UInt32(text.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    } else if text.hasPrefix("#") {
      scalar = UInt32(text.dropFirst()).flatMap(Unicode.Scalar.init)
    } else {
      scalar = names[text]
    }
    return scalar.map { ($0.value == 0 ? "\u{FFFD}" : $0, name.count + 1) }
  }

  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "\u{AD}",
    "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß",
    "aacute": "á", "eacute": "é", "iacute": "í", "oacute": "ó", "uacute": "ú", "ntilde": "ñ",
    "Aacute": "Á", "Eacute": "É", "Iacute": "Í", "Oacute": "Ó", "Uacute": "Ú", "Ntilde": "Ñ",
    "agrave": "à", "egrave": "è", "igrave": "ì", "ograve": "ò", "ugrave": "ù", "Agrave": "À",
    "Egrave": "È", "acirc": "â", "ecirc": "ê", "icirc": "î", "ocirc": "ô", "ucirc": "û",
    "euml": "ë", "iuml": "ï", "ccedil": "ç", "Ccedil": "Ç", "aring": "å", "Aring": "Å",
    "aelig": "æ", "AElig": "Æ", "oslash": "ø", "Oslash": "Ø", "atilde": "ã", "otilde": "õ",
    "iexcl": "¡", "iquest": "¿", "laquo": "«", "raquo": "»", "lsquo": "‘", "rsquo": "’",
    "ldquo": "“", "rdquo": "”", "sbquo": "‚", "bdquo": "„", "ndash": "–", "mdash": "—",
    "hellip": "…", "bull": "•", "middot": "·", "euro": "€", "pound": "£", "yen": "¥",
    "sect": "§", "copy": "©", "reg": "®", "trade": "™", "deg": "°", "plusmn": "±", "times": "×",
    "frac12": "½", "ensp": " ", "emsp": " ", "thinsp": " ", "zwnj": "\u{200B}", "rarr": "→",
    "larr": "←",
  ]
}
