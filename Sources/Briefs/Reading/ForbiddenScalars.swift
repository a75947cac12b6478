internal import Diagnostics

/// Characters that make front-matter read otherwise than it looks.
enum ForbiddenScalars {
  /// Finds control characters, line separators that only YAML sees, and marks that turn text round.
  static func findings(in source: SourceText, _ range: Range<Int>) -> [Finding] {
    guard source.bytes.withUnsafeBufferPointer({ mayHoldAny($0, in: range) }) else { return [] }
    var findings: [Finding] = []
    var offset = range.lowerBound
    for scalar in String(decoding: source.bytes[range], as: UTF8.self).unicodeScalars {
      let width = UTF8.width(scalar)
      let isLineBreak = scalar == "\n" || scalar == "\r" || scalar == "\t"
      if !isLineBreak, scalar.mustBeEscaped {
        findings.append(.forbidden(scalar, offset..<(offset + width)))
      }
      if findings.count == limit { break }
      offset += width
    }
    return findings
  }

  /// More of them than anybody goes through say nothing new.
  private static let limit = 1_000

  /// A cheap look: most front-matter is printable ASCII.
  private static func mayHoldAny(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Bool
  {
    for offset in range {
      let byte = bytes[offset]
      if byte >= 0x7F || byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 { return true }
    }
    return false
  }
}

extension Finding {
  fileprivate static func forbidden(_ scalar: Unicode.Scalar, _ span: Range<Int>) -> Finding {
    let code = String(scalar.value, radix: 16, uppercase: true)
    return Finding(
      rule: "invalid-front-matter", span: span,
      message: "an invisible character (U+\(code)) stands here, which can hide words or lines",
      help: "delete the character and type the line again")
  }
}
