internal import Diagnostics

/// The stretches of front-matter that no edit of single lines may touch.
///
/// Text and brackets that go over several lines, where a line by itself means nothing.
struct ProtectedLines {
  private var spans: [Range<Int>] = []
  private var next = 0

  init(_ root: YAMLMapping, _ source: SourceText) {
    collect(.mapping(root), source)
    spans.sort { $0.lowerBound < $1.lowerBound }
  }

  /// Whether a line is part of such a stretch; lines are asked about from top to bottom.
  mutating func holds(_ line: Range<Int>) -> Bool {
    while next < spans.count, spans[next].upperBound < line.lowerBound { next += 1 }
    return next < spans.count && spans[next].lowerBound <= line.upperBound
  }

  private mutating func collect(_ node: YAMLNode, _ source: SourceText) {
    switch node {
    case .scalar(let scalar):
      guard isLong(scalar.span, source) else { return }
      var span = scalar.span
      if scalar.style.isBlock {
        span = span.lowerBound..<source.endOfBlankLines(behind: span.upperBound)
      }
      spans.append(span)
    case .sequence(let sequence) where sequence.isFlow:
      if isLong(sequence.span, source) { spans.append(sequence.span) }
    case .mapping(let mapping) where mapping.isFlow:
      if isLong(mapping.span, source) { spans.append(mapping.span) }
    case .sequence(let sequence):
      for item in sequence.items { collect(item, source) }
    case .mapping(let mapping):
      for entry in mapping.entries { collect(entry.value, source) }
    }
  }

  private func isLong(_ span: Range<Int>, _ source: SourceText) -> Bool {
    source.endOfLine(at: span.lowerBound) < span.upperBound
  }
}

extension SourceText {
  /// The end of the last of the blank lines that follow the line of an offset.
  fileprivate func endOfBlankLines(behind offset: Int) -> Int {
    var end = endOfLine(at: offset)
    var start = startOfLine(below: offset)
    while start < bytes.count, isBlank(line(from: start)) {
      end = endOfLine(at: start)
      start = startOfLine(below: start)
    }
    return end
  }
}
