internal import Briefs

/// How a part's text travels: as it is where that is safe, else quoted-printable or base64.
struct BodyEncoding {
  /// The name, as `Content-Transfer-Encoding` has it.
  let name: String

  /// The text encoded, each line ended by CRLF.
  let text: String

  /// Encodes a text whose lines end with a line feed.
  init(_ text: String) {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Array(String($0).utf8) }
    let foreign = text.utf8.count { $0 >= 0x80 }
    if lines.allSatisfy(\.isSafeAsIs) {
      self.init(name: "7bit", lines.map { String(decoding: $0, as: UTF8.self) })
    } else if foreign * 3 < text.utf8.count {
      self.init(name: "quoted-printable", lines.flatMap(\.quotedPrintable))
    } else {
      let bytes = Array(lines.joined(separator: [0x0D, 0x0A]))
      self.init(name: "base64", Base64.encoded(bytes).chunked(by: BodyEncoding.lineLength))
    }
  }

  private init(name: String, _ lines: [String]) {
    self.name = name
    text = lines.joined(separator: "\r\n") + (lines.last?.isEmpty ?? true ? "" : "\r\n")
  }

  fileprivate static let lineLength = 76
}

extension [UInt8] {
  /// Whether no program on the way has a reason to change the line.
  ///
  /// `From ` begins a message in a mailbox, and a dot alone ends one for a server.
  fileprivate var isSafeAsIs: Bool {
    count <= BodyEncoding.lineLength && allSatisfy { (0x20...0x7E).contains($0) }
      && last != 0x20 && !isSpecialLine
  }

  private var isSpecialLine: Bool {
    starts(with: "From ".utf8) || first == UInt8(ascii: ".")
  }

  /// The line as quoted-printable, over several lines where it is long.
  fileprivate var quotedPrintable: [String] {
    var lines: [String] = []
    var line = ""
    for (index, byte) in enumerated() {
      let isPlain =
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") && !(index == 0 && isSpecialLine)
        || (byte == 0x20 || byte == 0x09) && index + 1 < count
      let written = isPlain ? String(UnicodeScalar(byte)) : "=" + byte.hexadecimal
      if line.utf8.count + written.utf8.count > BodyEncoding.lineLength - 1 {
        lines.append(line + "=")
        line = ""
      }
      line += written
    }
    return lines + [line]
  }

  fileprivate func chunked(by size: Int) -> [String] {
    stride(from: 0, to: count, by: size).map {
      String(decoding: self[$0..<Swift.min($0 + size, count)], as: UTF8.self)
    }
  }
}
