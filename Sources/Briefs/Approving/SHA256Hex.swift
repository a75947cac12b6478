internal import Crypto

/// SHA-256 as the formats write it: 64 lower-case hexadecimal digits.
package enum SHA256Hex {
  /// The digits for some bytes.
  package static func of(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in hash.finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The digits for a text's UTF-8.
  package static func of(_ text: String) -> String {
    of(Array(text.utf8))
  }
}
