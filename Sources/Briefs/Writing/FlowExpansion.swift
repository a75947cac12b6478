internal import Diagnostics

/// Lists of items, items and blocks in braces or brackets, written out line by line.
enum FlowExpansion {
  /// The edits that write them out, where no comment stands among them or behind.
  static func edits(in root: YAMLMapping, _ source: SourceText) -> [TextEdit] {
    let layout = ItemLayout(ofListsIn: root, source)
    return root.entries.flatMap { entry -> [TextEdit] in
      switch entry.value {
      case .sequence(let sequence) where ItemList(rawValue: entry.key.text) != nil:
        guard sequence.isFlow else {
          return sequence.items.compactMap { expanding(item: $0, source) }
        }
        return [expanding(sequence, behind: entry.key, layout, source)].compactMap { $0 }
      case .mapping(let mapping) where Block(rawValue: entry.key.text) != nil:
        let column = root.indentation(ofBlocksIn: source)
        return [expanding(mapping, behind: entry.key, column, source)].compactMap { $0 }
      case .scalar, .sequence, .mapping:
        return []
      }
    }
  }

  private static func expanding(item: YAMLNode, _ source: SourceText) -> TextEdit? {
    guard case .mapping(let mapping) = item, isExpandable(item, source),
      let fields = fields(of: mapping, at: source.column(of: mapping.span.lowerBound), source)
    else { return nil }
    return TextEdit(range: mapping.span, replacement: fields)
  }

  private static func expanding(
    _ sequence: YAMLSequence, behind key: YAMLScalar, _ layout: ItemLayout, _ source: SourceText
  ) -> TextEdit? {
    guard !sequence.items.isEmpty, isExpandable(.sequence(sequence), source) else { return nil }
    var text = ""
    for item in sequence.items {
      guard
        let words =
          switch item {
          case .mapping(let mapping): fields(of: mapping, at: layout.keyColumn, source)
          case .scalar, .sequence: written(item, source)
          }
      else { return nil }
      text += layout.lineEnding + layout.dash + words
    }
    return replacing(sequence.span, behind: key, with: text, source)
  }

  private static func expanding(
    _ mapping: YAMLMapping, behind key: YAMLScalar, _ column: Int, _ source: SourceText
  ) -> TextEdit? {
    guard isExpandable(.mapping(mapping), source),
      let fields = fields(of: mapping, at: column, source)
    else { return nil }
    let margin = String(repeating: " ", count: column)
    let text = source.lineEnding(at: key.span.lowerBound) + margin + fields
    return replacing(mapping.span, behind: key, with: text, source)
  }

  private static func replacing(
    _ span: Range<Int>, behind key: YAMLScalar, with text: String, _ source: SourceText
  ) -> TextEdit? {
    let colon = source.endOfColon(behind: key)
    guard source.isBlank(colon..<span.lowerBound) else { return nil }
    return TextEdit(range: colon..<span.upperBound, replacement: text)
  }

  /// Whether nothing but the value stands there, so that no comment loses its place.
  private static func isExpandable(_ node: YAMLNode, _ source: SourceText) -> Bool {
    let isFlow =
      switch node {
      case .scalar: false
      case .sequence(let sequence): sequence.isFlow
      case .mapping(let mapping): mapping.isFlow
      }
    let end = node.span.upperBound
    return isFlow && !source.hasComment(in: node) && source.isBlank(end..<source.endOfLine(at: end))
  }

  /// The fields of a mapping, each on its own line; the first without its indentation.
  private static func fields(
    of mapping: YAMLMapping, at column: Int, _ source: SourceText
  ) -> String? {
    let lines = mapping.entries.compactMap { entry -> String? in
      guard let value = written(entry.value, source) else { return nil }
      return source[entry.key.span] + ":" + (value.isEmpty ? "" : " " + value)
    }
    guard !lines.isEmpty, lines.count == mapping.entries.count else { return nil }
    let margin =
      source.lineEnding(at: mapping.span.lowerBound) + String(repeating: " ", count: column)
    return lines.joined(separator: margin)
  }

  /// A value as it is written, if it is on one line.
  private static func written(_ node: YAMLNode, _ source: SourceText) -> String? {
    let text = source[node.span]
    return text.utf8.contains(UInt8(ascii: "\n")) ? nil : text
  }
}
