internal import CCmark

/// Markdown as HTML for a mail: a few tags with a style of their own, no raw HTML, no pictures, no
/// addresses but `http`, `https` and `mailto`.
package struct MarkdownHTML {
  private var html = ""

  /// How many pictures are around the present words: of a picture only its description is shown.
  private var pictures = 0
  private var links: [Bool] = []

  /// The HTML; nil where the text is over the limits of what is parsed.
  package static func render(_ markdown: String) -> String? {
    var writer = MarkdownHTML()
    let isWithin = MarkdownTree.walk(ReadableMarkdown.of(markdown)) { node, isEntering in
      if isEntering { writer.enter(node) } else { writer.leave(node) }
    }
    return isWithin ? writer.html : nil
  }

  /// Text as HTML that shows it letter for letter, between tags and within quotes.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private init() {}

  private mutating func enter(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: html += Self.escaped(MarkdownTree.literal(of: node))
    case CMARK_NODE_CODE: html += "<code>\(Self.escaped(MarkdownTree.literal(of: node)))</code>"
    case CMARK_NODE_SOFTBREAK: html += "\n"
    case CMARK_NODE_LINEBREAK: html += "<br>\n"
    case CMARK_NODE_CODE_BLOCK:
      html +=
        "<pre style=\"margin:0 0 12px;white-space:pre-wrap\">"
        + "\(Self.escaped(MarkdownTree.literal(of: node)))</pre>\n"
    case CMARK_NODE_THEMATIC_BREAK: html += "<hr>\n"
    case CMARK_NODE_LINK: openLink(node)
    case CMARK_NODE_IMAGE: pictures += 1
    case CMARK_NODE_LIST where cmark_node_get_list_type(node) == CMARK_ORDERED_LIST:
      html += "<ol dir=\"auto\" start=\"\(cmark_node_get_list_start(node))\" \(Self.listStyle)>\n"
    default: html += openingTag(of: node)
    }
  }

  private mutating func leave(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_LINK: if links.popLast() ?? false { html += "</a>" }
    case CMARK_NODE_IMAGE: pictures -= 1
    case CMARK_NODE_LIST where cmark_node_get_list_type(node) == CMARK_ORDERED_LIST:
      html += "</ol>\n"
    default: html += closingTag(of: node)
    }
  }

  private mutating func openLink(_ node: OpaquePointer) {
    let target = pictures == 0 ? MarkdownTree.target(of: node) : nil
    links.append(target != nil)
    if let target { html += "<a href=\"\(Self.escaped(target))\">" }
  }

  private func openingTag(of node: OpaquePointer) -> String {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH:
      MarkdownTree.isTight(node) ? "" : "<p dir=\"auto\" style=\"margin:0 0 12px\">"
    case CMARK_NODE_HEADING: "<h3 dir=\"auto\" style=\"font-size:1em;margin:12px 0 4px\">"
    case CMARK_NODE_LIST: "<ul dir=\"auto\" \(Self.listStyle)>\n"
    case CMARK_NODE_ITEM: "<li dir=\"auto\">"
    case CMARK_NODE_BLOCK_QUOTE: "<blockquote style=\"margin:0 0 12px 16px\">\n"
    case CMARK_NODE_EMPH: "<em>"
    case CMARK_NODE_STRONG: "<strong>"
    default: ""
    }
  }

  private func closingTag(of node: OpaquePointer) -> String {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: MarkdownTree.isTight(node) ? "" : "</p>\n"
    case CMARK_NODE_HEADING: "</h3>\n"
    case CMARK_NODE_LIST: "</ul>\n"
    case CMARK_NODE_ITEM: "</li>\n"
    case CMARK_NODE_BLOCK_QUOTE: "</blockquote>\n"
    case CMARK_NODE_EMPH: "</em>"
    case CMARK_NODE_STRONG: "</strong>"
    default: ""
    }
  }

  private static let listStyle = "style=\"margin:0 0 12px;padding-left:24px\""
}
