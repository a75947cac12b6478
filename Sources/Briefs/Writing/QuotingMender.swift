package import Diagnostics

/// Puts text of one line that YAML cannot read, or reads as something else, in double quotes.
///
/// `text: Support: 24/7` becomes `text: "Support: 24/7"`. Only lines whose key is a known field of
/// free text, and one-line items of known lists, are mended; text and brackets that go over several
/// lines are never touched. The front-matter need not be readable.
package enum QuotingMender {
  /// One edit for each line to mend.
  package static func edits(for source: SourceText, in frontMatter: Range<Int>) -> [TextEdit] {
    var (root, faults) = YAMLParser.parse(source.bytes, in: frontMatter)
    if root == nil, !faults.isEmpty {
      root = .mapping(FrontMatterRecovery.recover(source.bytes, in: frontMatter).root)
    }
    guard case .mapping(let mapping)? = root else { return [] }
    var scanner = FieldLineScanner(
      source: source, protected: ProtectedLines(mapping, source))
    return scanner.lines(in: frontMatter).compactMap { mended($0, source) }
  }

  private static func mended(_ line: FieldLine, _ source: SourceText) -> TextEdit? {
    let text = source[line.value]
    guard !isBlockHeader(text), !beginsLongQuote(text), !isRead(text, line.context) else {
      return nil
    }
    return TextEdit(range: line.value, replacement: Quoting.doubleQuoted(text))
  }

  /// Whether YAML reads the text, in its place, as text with nothing cut.
  private static func isRead(_ text: String, _ context: FieldLine.Context) -> Bool {
    let bytes = Array((context.rawValue + text + "\n").utf8)
    let (root, faults) = YAMLParser.parse(bytes, in: 0..<bytes.count)
    guard faults.isEmpty, let root else { return false }
    let node: YAMLNode? =
      switch root {
      case .mapping(let mapping): mapping.entries.first?.value
      case .sequence(let sequence): sequence.items.first
      case .scalar: nil
      }
    guard case .scalar(let scalar)? = node else { return false }
    return scalar.style != .plain
      || scalar.span.upperBound == bytes.count - 1 && !scalar.span.isEmpty
  }

  /// Whether the text is the first line of a block: `|` or `>` with its indicators.
  private static func isBlockHeader(_ text: String) -> Bool {
    guard let first = text.utf8.first, "|>".utf8.contains(first) else { return false }
    let rest = text.utf8.dropFirst().drop { "+-123456789".utf8.contains($0) }
    guard let next = rest.first else { return true }
    return next == 0x20 && rest.first { $0 != 0x20 } == UInt8(ascii: "#")
  }

  /// Whether the text begins with a quote that does not end on the line.
  private static func beginsLongQuote(_ text: String) -> Bool {
    guard let quote = text.utf8.first, "\"'".utf8.contains(quote) else { return false }
    var isEscaped = false
    for byte in text.utf8.dropFirst() {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        isEscaped = true
      } else if byte == quote {
        return false
      }
    }
    return true
  }
}

extension [Finding] {
  /// The findings on the form of lines that quotes mend, each with the edit that does so.
  func offeringQuotes(in source: SourceText, _ frontMatter: Range<Int>) -> [Finding] {
    guard contains(where: { $0.mayWantQuotes(in: source) }) else { return self }
    let edits = QuotingMender.edits(for: source, in: frontMatter)
    let editOfLine = Dictionary(
      edits.map { (source.line(at: $0.range.lowerBound), $0) }, uniquingKeysWith: { $1 })
    return map { finding in
      guard finding.mayWantQuotes(in: source),
        let edit = editOfLine[source.line(at: finding.span.lowerBound)]
      else { return finding }
      return Finding(
        rule: finding.rule, span: finding.span, item: finding.item, message: finding.message,
        help: finding.help, fixes: [edit], severity: finding.severity)
    }
  }
}

extension Finding {
  /// A cheap look: most findings are no fault of quotes, and looking for those costs a reading.
  fileprivate func mayWantQuotes(in source: SourceText) -> Bool {
    guard fixes.isEmpty, span.lowerBound < source.bytes.count else { return false }
    switch rule {
    case "invalid-front-matter": return true
    case "invalid-value": return "[{".utf8.contains(source.bytes[span.lowerBound])
    case "unknown-field":
      let start = source.startOfLine(at: span.lowerBound)
      return source.bytes[start..<span.lowerBound].contains(UInt8(ascii: "-"))
    default: return false
    }
  }
}
