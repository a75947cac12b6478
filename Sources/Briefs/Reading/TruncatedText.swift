internal import Diagnostics

/// Words of free text that YAML takes as a comment and so loses.
enum TruncatedText {
  /// The comment on the line where an unquoted text ends, or on its key's line where nothing else is.
  static func comment(
    behind scalar: YAMLScalar, after key: YAMLScalar?, _ source: SourceText
  ) -> Range<Int>? {
    let isEmpty = scalar.span.isEmpty
    let start = isEmpty ? key.map { $0.span.upperBound + 1 } : scalar.span.upperBound
    guard var offset = start else { return nil }
    let bytes = source.bytes
    let end = source.range(ofLine: source.line(at: max(0, offset - 1))).upperBound
    let begin = offset
    while offset < end, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    guard offset < end, offset > begin, bytes[offset] == UInt8(ascii: "#") else { return nil }
    return offset..<end
  }
}

extension Finding {
  static func truncatedText(
    _ scalar: YAMLScalar, _ comment: Range<Int>, _ name: FieldName, _ item: String?,
    _ source: SourceText
  ) -> Finding {
    let start = scalar.span.isEmpty ? comment.lowerBound : scalar.span.lowerBound
    let isOneLine = source.line(at: start) == source.line(at: comment.lowerBound)
    let whole = start..<comment.upperBound
    let lost = source[comment].shortened(to: 50)
    return Finding(
      rule: "truncated-text", span: comment, item: item,
      message: "“\(lost)” is lost: behind a space, # begins a comment"
        + (item.map { ", and `\(name.rawValue)` of \($0) ends before it" } ?? ""),
      help: "put the text in quotes, or run `handoff check --fix`",
      fixes: isOneLine
        ? [TextEdit(range: whole, replacement: Quoting.doubleQuoted(source[whole]))] : [])
  }
}
