internal import Briefs

/// Words of a header that are not plain ASCII, as RFC 2047 writes them: `=?utf-8?Q?Andr=C3=A9?=`.
enum EncodedWord {
  /// The text as encoded words, each short enough for a line; a reader puts them together again
  /// without the spaces between them.
  static func words(for text: String) -> [String] {
    let isMostlyPlain = text.utf8.count { !$0.isPlainInWord } * 3 < text.utf8.count
    return pieces(of: text, atMost: isMostlyPlain ? quotedLength : base64Length).map { piece in
      isMostlyPlain
        ? "=?utf-8?Q?\(quoted(piece))?="
        : "=?utf-8?B?\(String(decoding: Base64.encoded(piece), as: UTF8.self))?="
    }
  }

  /// The longest word, so that it fits on a line behind the longest name of a header.
  private static let limit = 60
  private static let frame = "=?utf-8?Q??=".utf8.count

  private static func quotedLength(_ bytes: [UInt8]) -> Int {
    bytes.reduce(0) { $0 + ($1.isPlainInWord || $1 == 0x20 ? 1 : 3) }
  }

  private static func base64Length(_ bytes: [UInt8]) -> Int { (bytes.count + 2) / 3 * 4 }

  /// The UTF-8 in pieces that are as long as fits; no scalar is cut in two.
  private static func pieces(
    of text: String, atMost length: ([UInt8]) -> Int
  ) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var piece: [UInt8] = []
    for scalar in text.unicodeScalars {
      let longer = piece + Array(UTF8.encode(scalar) ?? .init())
      if !piece.isEmpty, length(longer) > limit - frame {
        pieces.append(piece)
        piece = Array(UTF8.encode(scalar) ?? .init())
      } else {
        piece = longer
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  private static func quoted(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      if byte == 0x20 { return "_" }
      return byte.isPlainInWord ? String(UnicodeScalar(byte)) : "=" + byte.hexadecimal
    }.joined()
  }
}

extension UInt8 {
  /// Whether the byte stands for itself in an encoded word, in names too.
  fileprivate var isPlainInWord: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: self == UInt8(ascii: "-") || self == UInt8(ascii: "!") || self == UInt8(ascii: "/")
    }
  }

  /// Two upper-case hexadecimal digits.
  var hexadecimal: String {
    let digits = String(self, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}
