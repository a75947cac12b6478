internal import Diagnostics

/// How a file lays out the entries of a list: where dashes and keys stand, and what is between.
struct ItemLayout {
  let lineEnding: String

  /// The spaces before a dash, the dash, and the spaces behind it.
  let dash: String

  /// Whether a blank line stands between the entries.
  let hasBlankLines: Bool

  /// How many bytes stand before the keys of an entry.
  var keyColumn: Int { dash.utf8.count }

  init(of sequence: YAMLSequence, _ source: SourceText) {
    let column = source.column(of: sequence.span.lowerBound)
    let key = sequence.items.last?.span.lowerBound ?? 0
    let gap = source.column(of: key) - column - 1
    self.init(
      lineEnding: source.lineEnding(at: sequence.span.lowerBound),
      dash: String(repeating: " ", count: column) + "-"
        + String(repeating: " ", count: (1...8).contains(gap) ? gap : 1),
      hasBlankLines: sequence.items.count > 1
        && source.isBlank(source.range(ofLine: max(1, source.line(at: key) - 1))))
  }

  /// The layout of a list that is new in the file: as the file's first list has it.
  init(ofListsIn root: YAMLMapping, _ source: SourceText) {
    for entry in root.entries {
      guard case .sequence(let sequence) = entry.value, !sequence.isFlow,
        ItemList(rawValue: entry.key.text) != nil
      else { continue }
      self.init(of: sequence, source)
      return
    }
    self.init(
      lineEnding: source.lineEnding(at: root.span.lowerBound), dash: "  - ", hasBlankLines: false)
  }

  private init(lineEnding: String, dash: String, hasBlankLines: Bool) {
    self.lineEnding = lineEnding
    self.dash = dash
    self.hasBlankLines = hasBlankLines
  }
}
