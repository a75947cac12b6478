internal import Diagnostics

/// Where a new key goes in a mapping: behind the last key that the catalogue has before it.
struct InsertionPlace {
  let offset: Int
  let lineEnding: String

  /// How many spaces the mapping's keys stand behind.
  private let column: Int

  /// Whether the new lines go in front of the mapping's first key, which may follow a dash.
  private let isBeforeFirst: Bool

  init(of key: String, in mapping: YAMLMapping, order: [String], _ source: SourceText) {
    let rank = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
    let own = rank[key] ?? order.count
    let start = mapping.entries.first?.key.span.lowerBound ?? mapping.span.lowerBound
    column = source.column(of: start)
    if let previous = mapping.entries.last(where: { (rank[$0.key.text] ?? order.count) < own }) {
      offset = InsertionPlace.end(of: previous, column: column, source)
      lineEnding = source.lineEnding(at: previous.key.span.lowerBound)
      isBeforeFirst = false
    } else {
      offset = start
      lineEnding = source.lineEnding(at: start)
      isBeforeFirst = true
    }
  }

  /// The edit that writes lines there, the first of which comes without its indentation.
  func edit(_ lines: [String]) -> TextEdit {
    let margin = String(repeating: " ", count: column)
    let text = lines.joined(separator: lineEnding + margin) + lineEnding
    return TextEdit(insert: isBeforeFirst ? text + margin : margin + text, at: offset)
  }

  /// The start of the line behind an entry and the comments that are indented below it.
  private static func end(
    of entry: YAMLMapping.Entry, column: Int, _ source: SourceText
  ) -> Int {
    let empty = source.startOfLine(below: entry.key.span.upperBound)
    var end = max(empty, source.startOfLine(behind: entry.value))
    while end < source.bytes.count {
      let line = source.line(from: end)
      guard source.isComment(line), source.indentation(of: line) > column else { break }
      end = source.startOfLine(below: end)
    }
    return end
  }
}
