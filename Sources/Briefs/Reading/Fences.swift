package import Diagnostics

/// Where a file's front-matter stands between its two lines `---`.
package enum Fences: Sendable, Equatable {
  /// The file has none and does not look as if it meant to.
  case none

  /// The first line is nearly a fence; what is wrong with it.
  case malformed(span: Range<Int>, fault: String)

  /// The opening fence has no closing one.
  case unterminated(opening: Range<Int>)

  case found(frontMatter: Range<Int>, body: Range<Int>)

  /// Finds the fences: the first line exactly `---`, then the next line exactly `---`.
  ///
  /// A byte-order mark and CRLF line endings are accepted, since editors on Windows write them.
  package init(of source: SourceText) {
    let bytes = source.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = start..<max(start, source.range(ofLine: 1).upperBound)
    guard bytes[first].elementsEqual(Fences.fence) else {
      self = Fences.nearMiss(source, from: start)
      return
    }
    guard source.lineStarts.count > 1 else {
      self = .unterminated(opening: first)
      return
    }
    for line in 2...source.lineStarts.count {
      let range = source.range(ofLine: line)
      guard range.count == 3, bytes[range].elementsEqual(Fences.fence) else { continue }
      let body = line < source.lineStarts.count ? source.lineStarts[line] : bytes.count
      self = .found(
        frontMatter: source.lineStarts[1]..<range.lowerBound, body: body..<bytes.count)
      return
    }
    self = .unterminated(opening: first)
  }

  private static let fence = Array("---".utf8)

  /// Tells a file that means to be a brief and mistypes its fence from one that is none.
  private static func nearMiss(_ source: SourceText, from start: Int) -> Fences {
    for line in 1...min(source.lineStarts.count, 10) {
      let range = source.range(ofLine: line)
      let whole = max(range.lowerBound, line == 1 ? start : 0)..<range.upperBound
      let words = source.bytes[whole].drop { $0 == 0x20 || $0 == 0x09 }
      if words.isEmpty { continue }
      guard words.starts(with: fence) else { return .none }
      if line > 1 || words.startIndex > whole.lowerBound {
        return .malformed(span: whole, fault: "something stands before the first line `---`")
      }
      let rest = words.dropFirst(3)
      if rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        return .malformed(span: whole, fault: "spaces stand behind the first line `---`")
      }
      return rest.first == UInt8(ascii: "-") && !looksLikeFrontMatter(source, after: line)
        ? .none : .malformed(span: whole, fault: "the first line is more than `---`")
    }
    return .none
  }

  /// A line of dashes opens many Markdown files; only one that a known key follows meant a fence.
  private static func looksLikeFrontMatter(_ source: SourceText, after line: Int) -> Bool {
    guard line < source.lineStarts.count else { return false }
    return source[source.range(ofLine: line + 1)].utf8.contains(UInt8(ascii: ":"))
  }
}
