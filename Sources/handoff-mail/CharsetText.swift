internal import CGMime
internal import Glibc

/// Text in whatever charset it says it is in.
enum CharsetText {
  /// The text; what cannot be decoded is U+FFFD and a defect, in a charset that nobody knows too.
  static func decoded(_ bytes: [UInt8], from charset: String, noting defects: Defects) -> String {
    if ["", "us-ascii", "ascii", "utf-8", "utf8"].contains(charset) {
      return unicode(bytes, isLabelled: charset.hasPrefix("utf"), noting: defects)
    }
    guard let converter = converter(from: charset) else {
      defects.note("a charset is not known: \(charset)")
      return unicode(bytes, isLabelled: false, noting: defects)
    }
    defer { g_iconv_close(converter) }
    return converted(bytes, by: converter, noting: defects)
  }

  private static func unicode(
    _ bytes: [UInt8], isLabelled: Bool, noting defects: Defects
  ) -> String {
    if let text = String(validating: bytes, as: UTF8.self) {
      if !isLabelled, bytes.contains(where: { $0 > 0x7F }) {
        defects.note("a text has letters that its charset does not have")
      }
      return text
    }
    defects.note("a text is not what its charset says")
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func converter(from charset: String) -> GIConv? {
    let name = g_mime_charset_iconv_name(charset) ?? nil
    guard let name, let converter = g_iconv_open("UTF-8", name), Int(bitPattern: converter) != -1
    else { return nil }
    return converter
  }

  private static func converted(
    _ bytes: [UInt8], by converter: GIConv, noting defects: Defects
  ) -> String {
    var input = bytes.map { CChar(bitPattern: $0) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var block = [CChar](repeating: 0, count: 16 << 10)
    input.withUnsafeMutableBufferPointer { input in
      var next = input.baseAddress
      var left = input.count
      var isFlushed = false
      while left > 0 || !isFlushed {
        isFlushed = left == 0
        let fault = block.withUnsafeMutableBufferPointer { block -> Int32 in
          var target = block.baseAddress
          var room = block.count
          // At the end a charset with states gives what it still holds back.
          let converted =
            isFlushed
            ? g_iconv(converter, nil, nil, &target, &room)
            : g_iconv(converter, &next, &left, &target, &room)
          let fault = converted == .max ? errno : 0
          result += block[..<(block.count - room)].map { UInt8(bitPattern: $0) }
          return fault
        }
        guard fault == EILSEQ || fault == EINVAL, left > 0 else { continue }
        defects.note("a text is not what its charset says")
        result += UTF8.encodedReplacementCharacter
        next = next?.successor()
        left -= 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
