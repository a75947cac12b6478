internal import CCmark

/// Turns the tree that cmark makes of a summary into blocks; nothing of C leaves it.
struct MarkdownTreeReader {
  /// A heading that opens a section.
  struct Heading {
    let block: Int
    let level: Int
    let start: Int
    let bodyStart: Int
  }

  private(set) var blocks: [MarkdownBlock] = []
  private(set) var headings: [Heading] = []
  private(set) var rawHTML: [Range<Int>] = []
  private let lines: MarkdownLines

  init(_ body: ArraySlice<UInt8>) {
    lines = MarkdownLines(body)
  }

  mutating func read() {
    guard let document = parse(lines.body) else { return }
    defer { cmark_node_free(document) }
    var node = cmark_node_first_child(document)
    while let current = node {
      switch cmark_node_get_type(current) {
      case CMARK_NODE_PARAGRAPH: readParagraph(current)
      case CMARK_NODE_HEADING:
        readHeading(current, isTopLevel: cmark_node_parent(current) == document)
      case CMARK_NODE_CODE_BLOCK: readVerbatim(current, kind: .code)
      case CMARK_NODE_HTML_BLOCK: readVerbatim(current, kind: .html)
      default:
        if let child = cmark_node_first_child(current) {
          node = child
          continue
        }
      }
      node = following(current, within: document)
    }
  }

  /// The tree; a NUL, which C would take for the end of a text, is given as SUB.
  private func parse(_ body: ArraySlice<UInt8>) -> OpaquePointer? {
    let body = body.contains(0) ? ArraySlice(body.map { $0 == 0 ? 0x1A : $0 }) : body
    return body.withUnsafeBytes { bytes in
      cmark_parse_document(
        bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, CMARK_OPT_SOURCEPOS)
    }
  }

  private mutating func readParagraph(_ node: OpaquePointer) {
    let content = LeafContent(of: node, in: lines)
    let inlines = InlineReader.read(node, content)
    rawHTML += inlines.rawHTML
    if content.isTable {
      blocks += inlines.tableCells(in: lines.body)
    } else {
      let isItem = cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_ITEM
      blocks.append(inlines.block(isItem ? .listItem : .paragraph, span: content.span))
    }
  }

  private mutating func readHeading(_ node: OpaquePointer, isTopLevel: Bool) {
    let level = Int(cmark_node_get_heading_level(node))
    let content = LeafContent(of: node, in: lines)
    let inlines = InlineReader.read(node, content)
    rawHTML += inlines.rawHTML
    if isTopLevel {
      let start = lines.start(ofLine: Int(cmark_node_get_start_line(node)))
      headings.append(
        Heading(
          block: blocks.count, level: level, start: start,
          bodyStart: max(start, lines.start(ofLine: content.lastLine + 1))))
    }
    blocks.append(inlines.block(.heading(level: level), span: content.span))
  }

  /// Reads a block that is kept as it is written.
  ///
  /// Cmark's end of an HTML block may lie before its start, so the lines of an HTML block are
  /// counted in its text.
  private mutating func readVerbatim(
    _ node: OpaquePointer, kind: MarkdownBlock.Kind
  ) {
    let first = Int(cmark_node_get_start_line(node))
    let start = lines.offset(line: first, column: Int(cmark_node_get_start_column(node)))
    let text = UnsafeBufferPointer(cString: cmark_node_get_literal(node))
    let last =
      kind == .html
      ? first + max(lineStarts(of: text).count - 2, 0) : Int(cmark_node_get_end_line(node))
    let span = start..<max(start, lines.trimmedEnd(ofLine: last))
    if kind == .html { rawHTML.append(span) }
    var origin = TextOrigin()
    origin.append(textOffset: 0, source: span.lowerBound)
    blocks.append(
      MarkdownBlock(
        kind: kind, text: String(decoding: text, as: UTF8.self), span: span, origin: origin))
  }
}

/// The node after another and all within it, in the order of the file.
func following(
  _ node: OpaquePointer, within root: OpaquePointer
) -> OpaquePointer? {
  var node = node
  while node != root {
    if let next = cmark_node_next(node) { return next }
    guard let parent = cmark_node_parent(node) else { return nil }
    node = parent
  }
  return nil
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes of a C string without its NUL; none for a null pointer.
  init(cString: UnsafePointer<CChar>?) {
    guard let cString else {
      self.init(start: nil, count: 0)
      return
    }
    var count = 0
    while cString[count] != 0 { count += 1 }
    self.init(start: UnsafeRawPointer(cString).assumingMemoryBound(to: UInt8.self), count: count)
  }
}
