internal import CCmark

/// The lines of a paragraph or heading as cmark parses them, without what encloses them, and where
/// each stands in the file.
struct LeafContent {
  /// The text that cmark looks for inlines in; owned by the node.
  let bytes: UnsafeBufferPointer<UInt8>

  /// The offset in ``bytes`` at which each line begins.
  let lineStarts: [Int]

  /// The offset in the file at which each line begins.
  let lineSources: [Int]

  /// From the first byte of the first line to the last of the last.
  let span: Range<Int>

  /// The number, from 1, of the last line that belongs to the block.
  let lastLine: Int

  /// The column that cmark gives what stands first in a line.
  let firstColumn: Int

  init(of node: OpaquePointer, in lines: MarkdownLines) {
    bytes = UnsafeBufferPointer(cString: cmark_node_get_string_content(node))
    var starts = Markdown.lineStarts(of: bytes)
    if starts.count > 1, starts.last == bytes.count { starts.removeLast() }
    lineStarts = starts

    let startLine = Int(cmark_node_get_start_line(node))
    let startColumn = Int(cmark_node_get_start_column(node))
    let start = lines.offset(line: startLine, column: startColumn)
    let isHeading = cmark_node_get_type(node) == CMARK_NODE_HEADING
    if isHeading, let title = Self.startOfATXTitle(at: start, bytes, in: lines) {
      lineSources = [title]
      span = title..<min(title + bytes.count, lines.body.endIndex)
      lastLine = startLine
      firstColumn = startColumn + title - start
      return
    }
    // Link definitions before the text are gone from it, but the node still begins at them.
    let first =
      isHeading
      ? Self.lineOfSetextTitle(from: startLine, bytes, starts, in: lines)
      : Int(cmark_node_get_end_line(node)) - starts.count + 1
    var sources: [Int] = []
    var end = start
    for (index, lineStart) in starts.enumerated() {
      let next = index + 1 < starts.count ? starts[index + 1] : bytes.count
      let length = trimmedCount(of: bytes, from: lineStart, to: next)
      end = lines.trimmedEnd(ofLine: first + index)
      sources.append(max(end - length, lines.start(ofLine: first + index)))
    }
    lineSources = sources
    span = sources[0]..<max(sources[0], end)
    lastLine = first + starts.count - (isHeading ? 0 : 1)
    firstColumn = startColumn
  }

  /// Whether the second line is one of a table's head, such as `|---|:-:|`.
  var isTable: Bool {
    guard lineStarts.count > 1, bytes[..<lineStarts[1]].contains(UInt8(ascii: "|")) else {
      return false
    }
    let ruler = bytes[lineStarts[1]..<(lineStarts.count > 2 ? lineStarts[2] : bytes.count)]
    let marks = ruler.allSatisfy {
      $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":")
        || $0.isMarkdownSpace
    }
    return marks && ruler.contains(UInt8(ascii: "|")) && ruler.contains(UInt8(ascii: "-"))
  }

  /// Where the words of a heading that begins with number signs are; nil for an underlined one.
  private static func startOfATXTitle(
    at start: Int, _ bytes: UnsafeBufferPointer<UInt8>, in lines: MarkdownLines
  ) -> Int? {
    var title = start
    while title < lines.body.endIndex, title < start + 6, lines.body[title] == UInt8(ascii: "#") {
      title += 1
    }
    let isFollowedBySpace = title == lines.body.endIndex || lines.body[title].isMarkdownSpace
    guard title > start, isFollowedBySpace else { return nil }
    while title < lines.body.endIndex,
      lines.body[title] == UInt8(ascii: " ") || lines.body[title] == UInt8(ascii: "\t")
    {
      title += 1
    }
    return title
  }

  /// The number of the first line of an underlined heading's words.
  private static func lineOfSetextTitle(
    from line: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ starts: [Int], in lines: MarkdownLines
  ) -> Int {
    let length = trimmedCount(of: bytes, from: 0, to: starts.count > 1 ? starts[1] : bytes.count)
    var candidate = line
    while lines.start(ofLine: candidate) < lines.body.endIndex {
      let end = lines.trimmedEnd(ofLine: candidate)
      if end - length >= lines.start(ofLine: candidate),
        lines.body[end - length..<end].elementsEqual(bytes[..<length])
      {
        return candidate
      }
      candidate += 1
    }
    return line
  }
}

/// The number of bytes of a line without the white space at its end.
private func trimmedCount(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int
{
  var end = end
  while end > start, bytes[end - 1].isMarkdownSpace { end -= 1 }
  return end - start
}
