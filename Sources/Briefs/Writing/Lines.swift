internal import Diagnostics

// Lines of a file as edits see them: where they begin and end, and what they end with.
extension SourceText {
  /// The start of the line that holds an offset.
  func startOfLine(at offset: Int) -> Int { lineStarts[line(at: offset) - 1] }

  /// The end of the line that holds an offset, before its line ending.
  func endOfLine(at offset: Int) -> Int { range(ofLine: line(at: offset)).upperBound }

  /// The start of the line below the one that holds an offset.
  func startOfLine(below offset: Int) -> Int {
    let line = line(at: offset)
    return line < lineStarts.count ? lineStarts[line] : bytes.count
  }

  /// How the line that holds an offset ends: CRLF where the file does so.
  func lineEnding(at offset: Int) -> String {
    let ending = self[endOfLine(at: offset)..<startOfLine(below: offset)]
    return ending.isEmpty ? "\n" : ending
  }

  /// The number of bytes before an offset on its line.
  func column(of offset: Int) -> Int { offset - startOfLine(at: offset) }

  /// The line that begins at the offset, without its line ending.
  func line(from start: Int) -> Range<Int> { start..<endOfLine(at: start) }

  func isBlank(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
  }

  /// How many spaces a line begins with.
  func indentation(of line: Range<Int>) -> Int { bytes[line].prefix { $0 == 0x20 }.count }

  /// Whether nothing but a comment stands on the line.
  func isComment(_ line: Range<Int>) -> Bool {
    bytes[line].first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "#")
  }

  /// The start of the first line that no longer belongs to a value.
  ///
  /// White space below a block of text is part of the text where it has spaces of its own, or where
  /// the block keeps its end.
  func startOfLine(behind node: YAMLNode) -> Int {
    var end = startOfLine(below: node.span.upperBound)
    guard case .scalar(let scalar) = node.lastLeaf, scalar.style.isBlock else { return end }
    let header = line(from: scalar.span.lowerBound).clamped(to: scalar.span)
    let keepsEnd = bytes[header].contains(UInt8(ascii: "+"))
    var start = end
    while start < bytes.count, isBlank(line(from: start)) {
      let isEmpty = line(from: start).isEmpty
      start = startOfLine(below: start)
      if keepsEnd || !isEmpty { end = start }
    }
    return end
  }

  /// Whether a comment stands before the end of a list or mapping, between its values.
  func hasComment(in node: YAMLNode, from start: Int? = nil) -> Bool {
    var position = start ?? node.span.lowerBound
    for leaf in node.leaves {
      if leaf.span.lowerBound > position,
        bytes[position..<leaf.span.lowerBound].contains(UInt8(ascii: "#"))
      {
        return true
      }
      position = max(position, leaf.span.upperBound)
    }
    return position < node.span.upperBound
      && bytes[position..<node.span.upperBound].contains(UInt8(ascii: "#"))
  }

  /// The offset behind the colon of a key.
  func endOfColon(behind key: YAMLScalar) -> Int {
    bytes[key.span.upperBound...].firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 }
      ?? key.span.upperBound
  }
}

extension YAMLScalar.Style {
  var isBlock: Bool { self == .literal || self == .folded }
}

extension YAMLNode {
  /// The pieces of text within, keys included, in the order of the file.
  var leaves: [YAMLScalar] {
    switch self {
    case .scalar(let scalar): [scalar]
    case .sequence(let sequence): sequence.items.flatMap(\.leaves)
    case .mapping(let mapping): mapping.entries.flatMap { [$0.key] + $0.value.leaves }
    }
  }

  /// The node without parts that the file ends it with.
  fileprivate var lastLeaf: YAMLNode {
    switch self {
    case .scalar: self
    case .sequence(let sequence): sequence.items.last?.lastLeaf ?? self
    case .mapping(let mapping): mapping.entries.last?.value.lastLeaf ?? self
    }
  }
}
