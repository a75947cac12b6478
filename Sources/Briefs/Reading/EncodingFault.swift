internal import Diagnostics

/// Why a file is not text that every editor and every program reads alike.
enum EncodingFault {
  /// The first place where the file is not UTF-8 text; nil where it is.
  static func first(in source: SourceText) -> Finding? {
    let bytes = source.bytes
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return .notUTF8("it is UTF-16", 0..<2)
    }
    if let null = bytes.firstIndex(of: 0) {
      return .notUTF8("it holds a zero byte", null..<(null + 1))
    }
    guard bytes.contains(where: { $0 >= 0x80 }) else { return nil }
    return firstInvalidByte(bytes).map {
      .notUTF8("this byte is in another encoding", $0..<($0 + 1))
    }
  }

  private static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return min(offset, bytes.count - 1)
      }
    }
  }
}

extension Finding {
  fileprivate static func notUTF8(_ fault: String, _ span: Range<Int>) -> Finding {
    Finding(
      rule: "unreadable-brief", span: span,
      message: "the file is not UTF-8 text: \(fault)",
      help: "save the file as UTF-8 in your editor")
  }

  static func tooLarge(_ source: SourceText) -> Finding {
    Finding(
      rule: "unreadable-brief", span: source.range(ofLine: 1),
      message: "the file has \(source.bytes.count) bytes, and a brief may have \(Brief.sizeLimit)",
      help: "move long records to evidence/ and cite them")
  }
}
