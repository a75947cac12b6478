internal import CCmark

/// Markdown as plain text for a mail: lines of a readable length, bullets, links written out.
package struct MarkdownPlainText {
  private var lines: [String] = []
  private var words = ""

  /// What stands before the lines of each container: of its first line, then of the others.
  private var margins: [(first: String?, rest: String)] = []

  /// The number of the next item of each numbered list; nil for bullets.
  private var numbers: [Int?] = []

  /// Where the words of each link begin.
  private var links: [Int] = []

  /// The lines, each ended by a line feed; nil where the text is over the limits of what is parsed.
  package static func render(_ markdown: String, width: Int = 72) -> String? {
    var writer = MarkdownPlainText(width: width)
    let isWithin = MarkdownTree.walk(ReadableMarkdown.of(markdown)) { node, isEntering in
      if isEntering { writer.enter(node) } else { writer.leave(node) }
    }
    return isWithin ? writer.lines.map { $0 + "\n" }.joined() : nil
  }

  /// Words on lines that are no wider than asked for, unless a single word is.
  package static func wrapped(_ text: String, width: Int = 72) -> [String] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      var lines: [String] = []
      var current = String.UnicodeScalarView()
      for word in line.split(separator: " ") {
        if !current.isEmpty, current.count + 1 + word.count > width {
          lines.append(String(current))
          current = .init()
        }
        if !current.isEmpty { current.append(" ") }
        current.append(contentsOf: word)
      }
      return lines + [String(current)]
    }
  }

  private let width: Int

  private init(width: Int) {
    self.width = width
  }

  private mutating func enter(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT, CMARK_NODE_CODE: words += MarkdownTree.literal(of: node)
    case CMARK_NODE_SOFTBREAK: words += " "
    case CMARK_NODE_LINEBREAK: words += "\n"
    case CMARK_NODE_LINK: links.append(words.utf8.count)
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: separate(node)
    case CMARK_NODE_CODE_BLOCK: addCode(node)
    case CMARK_NODE_THEMATIC_BREAK:
      separate(node)
      add(["* * *"])
    case CMARK_NODE_BLOCK_QUOTE:
      separate(node)
      margins.append((nil, "| "))
    case CMARK_NODE_LIST:
      let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      numbers.append(isNumbered ? Int(cmark_node_get_list_start(node)) : nil)
    case CMARK_NODE_ITEM: openItem(node)
    default: break
    }
  }

  private mutating func leave(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_LINK: closeLink(node)
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
      let room = max(width - margins.reduce(0) { $0 + $1.rest.utf8.count }, 20)
      add(Self.wrapped(words, width: room))
      words = ""
    case CMARK_NODE_ITEM:
      // An item without words has its bullet all the same.
      if margins.last?.first != nil { add([""]) }
      margins.removeLast()
    case CMARK_NODE_LIST: numbers.removeLast()
    case CMARK_NODE_BLOCK_QUOTE: margins.removeLast()
    default: break
    }
  }

  private mutating func openItem(_ item: OpaquePointer) {
    separate(item)
    var marker = "- "
    if let last = numbers.indices.last, let number = numbers[last] {
      marker = "\(number). "
      numbers[last] = number + 1
    }
    margins.append((marker, String(repeating: " ", count: marker.utf8.count)))
  }

  private mutating func closeLink(_ node: OpaquePointer) {
    guard let start = links.popLast(), let target = MarkdownTree.target(of: node) else { return }
    let shown = String(decoding: words.utf8.dropFirst(start), as: UTF8.self)
    let isSame =
      shown.utf8.elementsEqual(target.utf8) || "mailto:\(shown)".utf8.elementsEqual(target.utf8)
    if !isSame { words += " (\(target))" }
  }

  private mutating func addCode(_ node: OpaquePointer) {
    separate(node)
    var code = MarkdownTree.literal(of: node).unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false)
    if code.last?.isEmpty ?? false { code.removeLast() }
    add(code.map { "    " + String($0) })
  }

  private mutating func add(_ text: [String]) {
    for line in text {
      var whole = ""
      for index in margins.indices {
        whole += margins[index].first ?? margins[index].rest
        margins[index].first = nil
      }
      lines.append((whole + line).withoutSpacesAtEnd)
    }
  }

  /// Sets a block apart from the one before by an empty line, unless they stand in a tight list.
  private mutating func separate(_ node: OpaquePointer) {
    if lines.isEmpty || !needsSpace(before: node) { return }
    lines.append(margins.map(\.rest).joined().withoutSpacesAtEnd)
  }

  private func needsSpace(before node: OpaquePointer) -> Bool {
    let hasPrevious = cmark_node_previous(node) != nil
    guard let parent = cmark_node_parent(node) else { return false }
    if cmark_node_get_type(node) == CMARK_NODE_ITEM {
      return hasPrevious ? cmark_node_get_list_tight(parent) == 0 : needsSpace(before: parent)
    }
    return hasPrevious && !MarkdownTree.isTight(node)
  }
}

extension String {
  fileprivate var withoutSpacesAtEnd: String {
    var scalars = unicodeScalars
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
