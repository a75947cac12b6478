/// Names that nobody else gives: 16 random hexadecimal digits.
enum RandomName {
  static func make() -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: length - digits.utf8.count) + digits
  }

  /// Whether a name could have been made here.
  static func isOne(_ name: Substring) -> Bool {
    name.utf8.count == length && name.utf8.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  private static let length = 16
}
