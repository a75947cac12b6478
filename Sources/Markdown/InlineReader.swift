internal import CCmark

/// Reads the words of a paragraph or heading without their markup.
///
/// Cmark tells where an inline begins but not where each byte of it comes from, and after a link
/// that is written over two lines its line is one too low. So the reader keeps its own place in
/// the content and follows escapes and entities byte by byte.
struct InlineReader {
  private let content: LeafContent
  private let startLine: Int
  private var words = InlineText()
  /// The place in the content after the last byte read.
  private var place = 0
  /// The line of the content that ``place`` is on.
  private var line = 0
  /// The line of the content that the next inline is on, where a line break came before it.
  private var lineAfterBreak: Int? = 0
  /// What to add to cmark's lines to get lines of the content.
  private var drift = 0

  static func read(_ node: OpaquePointer, _ content: LeafContent) -> InlineText {
    var reader = InlineReader(
      content: content, startLine: Int(cmark_node_get_start_line(node)))
    var inline = cmark_node_first_child(node)
    while let current = inline {
      reader.read(current)
      inline = cmark_node_first_child(current) ?? following(current, within: node)
    }
    return reader.words
  }

  private init(content: LeafContent, startLine: Int) {
    self.content = content
    self.startLine = startLine
  }

  private mutating func read(_ inline: OpaquePointer) {
    switch cmark_node_get_type(inline) {
    case CMARK_NODE_TEXT:
      let literal = UnsafeBufferPointer(cString: cmark_node_get_literal(inline))
      let end = place
      move(to: inline)
      // Cmark says that backticks which open no code begin after themselves.
      while literal.first == UInt8(ascii: "`"), place > end,
        content.bytes[place - 1] == UInt8(ascii: "`")
      {
        place -= 1
      }
      copyText(literal)
    case CMARK_NODE_CODE:
      move(to: inline)
      copyCode(UnsafeBufferPointer(cString: cmark_node_get_literal(inline)))
    case CMARK_NODE_HTML_INLINE:
      move(to: inline)
      let start = source(of: place)
      place += UnsafeBufferPointer(cString: cmark_node_get_literal(inline)).count
      let end = min(source(of: max(place - 1, 0)) + 1, content.span.upperBound)
      words.rawHTML.append(start..<max(start, end))
    case CMARK_NODE_SOFTBREAK: breakLine(isHard: false)
    case CMARK_NODE_LINEBREAK: breakLine(isHard: true)
    default: break
    }
  }

  /// Goes to where cmark says that an inline begins.
  private mutating func move(to inline: OpaquePointer) {
    let cmarkLine = Int(cmark_node_get_start_line(inline)) - startLine
    if let lineAfterBreak {
      drift = lineAfterBreak - cmarkLine
      self.lineAfterBreak = nil
    }
    let line = min(max(cmarkLine + drift, 0), content.lineStarts.count - 1)
    let column = Int(cmark_node_get_start_column(inline)) - content.firstColumn
    place = min(max(place, content.lineStarts[line] + column), content.bytes.count)
  }

  private mutating func breakLine(isHard: Bool) {
    words.breakLine(source: source(of: place))
    let next = min(line + 1, content.lineStarts.count - 1)
    // Cmark does not count a line that a backslash breaks; its columns run on.
    if !isHard || !endsWithBackslash(before: content.lineStarts[next]) { lineAfterBreak = next }
    place = max(place, content.lineStarts[next])
  }

  private func endsWithBackslash(before lineStart: Int) -> Bool {
    let lineEnd = content.bytes[..<lineStart].suffix(2)
    let last = lineStart - (lineEnd.elementsEqual([0x0D, 0x0A]) ? 3 : 2)
    return last >= 0 && content.bytes[last] == UInt8(ascii: "\\")
  }

  private mutating func copyText(_ literal: UnsafeBufferPointer<UInt8>) {
    let end = min(place + literal.count, content.bytes.count)
    if !literal.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }),
      content.bytes[place..<end].elementsEqual(literal)
    {
      words.append(literal, source: source(of: place))
      place = end
      return
    }
    var index = 0
    while index < literal.count {
      if place < content.bytes.count, content.bytes[place] == UInt8(ascii: "&"),
        let length = entityLength(notIn: literal, at: index)
      {
        let start = place
        repeat {
          words.append(literal[index], source: source(of: start))
          index += 1
        } while index < literal.count && literal[index] & 0xC0 == 0x80
        place = start + length
        continue
      }
      if place < content.bytes.count, content.bytes[place] == UInt8(ascii: "\\"),
        literal[index] != UInt8(ascii: "\\")
      {
        place += 1
      }
      words.append(literal[index], source: source(of: place))
      let isEscapedBackslash =
        literal[index] == UInt8(ascii: "\\") && place + 1 < content.bytes.count
        && content.bytes[place + 1] == UInt8(ascii: "\\")
        && (index + 1 == literal.count || literal[index + 1] != UInt8(ascii: "\\"))
      place += isEscapedBackslash ? 2 : 1
      index += 1
    }
  }

  /// The length of an entity such as `&amp;` at the present place, unless the text has it so too.
  private func entityLength(
    notIn literal: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Int? {
    var length = 1
    var isLiteral = true
    while place + length < content.bytes.count, length < 34 {
      let byte = content.bytes[place + length]
      if index + length >= literal.count || literal[index + length] != byte { isLiteral = false }
      length += 1
      if byte == UInt8(ascii: ";") { return isLiteral ? nil : length }
      guard byte == UInt8(ascii: "#") || byte.isASCIIAlphanumeric else { return nil }
    }
    return nil
  }

  /// Code has no escapes, but its line breaks are spaces and one space around it is left out.
  private mutating func copyCode(_ literal: UnsafeBufferPointer<UInt8>) {
    if let first = literal.first, place < content.bytes.count, content.bytes[place] != first,
      content.bytes[place].isMarkdownSpace
    {
      place += 1
    }
    for byte in literal {
      words.append(byte, source: source(of: place))
      let isCRLF =
        place + 1 < content.bytes.count && content.bytes[place] == UInt8(ascii: "\r")
        && content.bytes[place + 1] == UInt8(ascii: "\n")
      place += isCRLF ? 2 : 1
    }
  }

  /// The offset in the file of a place in the content; places are asked for in ascending order.
  private mutating func source(of place: Int) -> Int {
    while line + 1 < content.lineStarts.count, content.lineStarts[line + 1] <= place { line += 1 }
    return min(
      content.lineSources[line] + place - content.lineStarts[line], content.span.upperBound)
  }
}

extension UInt8 {
  var isASCIIAlphanumeric: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
