internal import Diagnostics

/// A draft's item of one line, given its id and keys.
struct OneLineExpansion {
  /// The edits of each way to write it, best first.
  let ways: [[TextEdit]]

  /// What the item says afterwards.
  let expected: ValueTree

  init(of scalar: YAMLScalar, in list: ItemList, id: String, _ source: SourceText) {
    let specifications = Catalogue.fields(of: list)
    let telling = specifications.first { $0.name == list.oneLineField }
    let start = scalar.span.lowerBound
    let column = source.column(of: start)
    let lineEnding = source.lineEnding(at: start)
    var keys = list.oneLineField.rawValue + ": "
    var fields = [(list.oneLineField.rawValue, ValueTree(scalar.text))]
    if specifications.contains(where: { $0.name == .id }) {
      keys = "id: " + id + lineEnding + String(repeating: " ", count: column) + keys
      fields.insert(("id", ValueTree(id)), at: 0)
    }
    let form = ScalarForms.best(
      for: scalar.text, of: telling?.kind ?? .word, column: column, lineEnding: lineEnding)
    ways = [
      [TextEdit(insert: keys, at: start)],
      [TextEdit(range: scalar.span, replacement: keys + form)],
    ]
    expected = ValueTree(fields)
  }
}
