internal import CCmark

/// The nodes that cmark makes of Markdown, walked without recursion: nesting costs no stack.
enum MarkdownTree {
  /// Visits each node on the way in and, where it can hold others, on the way out.
  ///
  /// - Returns: whether the text is within the limits; else nothing was visited.
  static func walk(
    _ markdown: String, _ visit: (_ node: OpaquePointer, _ isEntering: Bool) -> Void
  ) -> Bool {
    let bytes = Array(markdown.utf8).map { $0 == 0 ? 0x1A : $0 }
    guard MarkdownLimits.admits(bytes[...]) else { return false }
    let document = bytes.withUnsafeBytes { buffer in
      cmark_parse_document(
        buffer.bindMemory(to: CChar.self).baseAddress, buffer.count, CMARK_OPT_DEFAULT)
    }
    guard let document else { return false }
    defer { cmark_node_free(document) }
    guard let iterator = cmark_iter_new(document) else { return false }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return true }
      if let node = cmark_iter_get_node(iterator) { visit(node, event == CMARK_EVENT_ENTER) }
    }
  }

  /// The words of a node that holds some, without what could turn or hide other words.
  static func literal(of node: OpaquePointer) -> String {
    String(
      decoding: UnsafeBufferPointer(cString: cmark_node_get_literal(node)), as: UTF8.self
    ).withoutHiddenMarks
  }

  /// Where a link leads; nil where a reader should not be led there.
  static func target(of node: OpaquePointer) -> String? {
    let bytes = UnsafeBufferPointer(cString: cmark_node_get_url(node))
    let isPlain = bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
    let url = String(decoding: bytes, as: UTF8.self)
    guard isPlain, url.utf8.elementsEqual(url.withoutHiddenMarks.utf8) else {
      return nil
    }
    let lowered = bytes.prefix(8).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    // Headers in a mailto link could add recipients that nobody sees.
    let isAddress = lowered.starts(with: "mailto:".utf8) && !bytes.contains(UInt8(ascii: "?"))
    let isPage = lowered.starts(with: "http://".utf8) || lowered.starts(with: "https://".utf8)
    return isAddress || isPage ? url : nil
  }

  /// Whether the block stands in a list without empty lines between its items.
  static func isTight(_ node: OpaquePointer) -> Bool {
    guard let item = cmark_node_parent(node), cmark_node_get_type(item) == CMARK_NODE_ITEM,
      let list = cmark_node_parent(item)
    else { return false }
    return cmark_node_get_list_tight(list) != 0
  }
}
