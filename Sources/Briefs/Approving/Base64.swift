/// Base64 in its one canonical form: padded, and no bit left over.
///
/// A second way to write the same bytes would let one key stand on the roster twice.
package enum Base64 {
  /// The bytes that some base64 stands for; nil where it is none, or stands for too many.
  static func decoded(_ text: some Collection<UInt8>, atMost limit: Int) -> [UInt8]? {
    guard text.count % 4 == 0, text.count / 4 * 3 <= limit else { return nil }
    let padding = text.suffix(2).count { $0 == pad }
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 4 * 3)
    var buffer = 0
    var bits = 0
    for byte in text.dropLast(padding) {
      guard let value = alphabet.firstIndex(of: byte) else { return nil }
      buffer = (buffer << 6 | value) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        result.append(UInt8(buffer >> bits & 0xFF))
      }
    }
    return buffer & (1 << bits - 1) == 0 ? result : nil
  }

  /// The base64 of some bytes.
  package static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        result.append(place > group.count ? pad : alphabet[value >> (18 - 6 * place) & 63])
      }
    }
    return result
  }

  private static let pad = UInt8(ascii: "=")

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
