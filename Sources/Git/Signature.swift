/// Who is named in a commit, and the time that goes with it.
package struct Signature: Sendable, Hashable {
  /// The name as the commit has it.
  package let name: String

  /// The address as the commit has it.
  package let email: String

  /// Seconds since 1970, in UTC.
  package let seconds: Int64

  /// The person's distance from UTC in minutes, positive to the east.
  package let offsetMinutes: Int

  package init(name: String, email: String, seconds: Int64, offsetMinutes: Int) {
    self.name = name
    self.email = email
    self.seconds = seconds
    self.offsetMinutes = offsetMinutes
  }

  /// Reads `Dana Lee <dana@northwind.example> 1782900000 +0200`; nil when it is not just so.
  ///
  /// Each byte of Latin-1 is a character; what is not UTF-8 otherwise shows as such.
  init?(parsing bytes: [UInt8], isLatin: Bool = false) {
    let text = { (bytes: ArraySlice<UInt8>) in
      isLatin
        ? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        : String(decoding: bytes, as: UTF8.self)
    }
    guard let open = bytes.firstIndex(of: UInt8(ascii: "<")),
      let close = bytes.firstIndex(of: UInt8(ascii: ">")), open < close,
      !bytes[(open + 1)..<close].contains(UInt8(ascii: "<"))
    else { return nil }
    let name = bytes[..<open]
    guard name.isEmpty || name.last == UInt8(ascii: " ") else { return nil }
    let rest = bytes[(close + 1)...].split(
      separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard rest.count == 3, rest[0].isEmpty, let seconds = Self.seconds(rest[1]),
      let offset = Self.offset(rest[2])
    else { return nil }
    self.init(
      name: text(name.dropLast()), email: text(bytes[(open + 1)..<close]),
      seconds: seconds, offsetMinutes: offset)
  }

  /// Reads a time without sign or leading zero, small enough for a date of any calendar in use.
  private static func seconds(_ digits: ArraySlice<UInt8>) -> Int64? {
    guard let value = number(digits), digits.count == 1 || digits.first != UInt8(ascii: "0") else {
      return nil
    }
    return value
  }

  private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.count == 5, let sign = text.first,
      sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      let digits = number(text.dropFirst())
    else { return nil }
    let minutes = Int(digits / 100 * 60 + digits % 100)
    return sign == UInt8(ascii: "-") ? -minutes : minutes
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
    guard (1...12).contains(digits.count) else { return nil }
    var value: Int64 = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int64(digit - UInt8(ascii: "0"))
    }
    return value
  }
}
