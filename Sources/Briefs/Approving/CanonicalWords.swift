@_spi(_Unicode) internal import Swift

extension String {
  /// The words as approvals cover them: NFC, then every run of white space one space, trimmed.
  ///
  /// Zero-width characters stay: they are not layout, and two texts that look alike and differ in
  /// one of them are two texts. The standard library's normalisation agrees with Unicode's tables
  /// where Foundation's does not.
  package var canonicalWords: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return collapsingASCIIWhiteSpace }
    var composed = ""
    composed.unicodeScalars.append(contentsOf: _nfc)
    return composed.collapsingWhiteSpace
  }

  private var collapsingASCIIWhiteSpace: String {
    if !needsCollapsing { return self }
    var result: [UInt8] = []
    for byte in utf8 {
      if !byte.isASCIIWhiteSpace {
        result.append(byte)
      } else if let last = result.last, last != 0x20 {
        result.append(0x20)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  private var needsCollapsing: Bool {
    var last: UInt8 = 0x20
    for byte in utf8 {
      if byte.isASCIIWhiteSpace, byte != 0x20 || last == 0x20 { return true }
      last = byte
    }
    return last == 0x20 && !isEmpty
  }
}

extension UInt8 {
  /// What Unicode calls white space, within ASCII.
  fileprivate var isASCIIWhiteSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
