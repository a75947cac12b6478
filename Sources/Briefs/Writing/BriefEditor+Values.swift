internal import Diagnostics

extension BriefEditor {
  /// Writes a value in place of one that stands there.
  mutating func replace(
    _ entry: YAMLMapping.Entry, with value: FieldValue, _ specification: FieldSpecification,
    at path: [ValueTree.Step]
  ) throws(EditingError) {
    let ways: [[TextEdit]]
    switch (value, entry.value) {
    case (.text(let text), .scalar(let scalar)):
      ways = replacements(of: scalar, behind: entry.key, with: text, specification.kind)
    case (.words(let words), .sequence(let sequence)) where !sequence.isFlow:
      let empty = TextEdit(insert: " []", at: source.endOfColon(behind: entry.key))
      ways = [(words.isEmpty ? [empty] : []) + lineEdits(of: sequence, to: words)]
    case (.words(let words), .sequence(let sequence)):
      guard !source.hasComment(in: entry.value) else { throw .inexact(specification.name.rawValue) }
      let kept = Dictionary(
        sequence.items.compactMap { node in node.text.map { ($0, source[node.span]) } },
        uniquingKeysWith: { first, _ in first })
      let elements = words.map { kept[$0] ?? ScalarForms.flowElement($0) }
      ways = ["[" + elements.joined(separator: ", ") + "]", ScalarForms.flow(words)].map {
        [TextEdit(range: sequence.span, replacement: $0)]
      }
    case (.words(let words), .scalar(let scalar)):
      ways = [[replacement(of: scalar, behind: entry.key, with: ScalarForms.flow(words))]]
    case (.text, .sequence), (.text, .mapping), (.words, .mapping):
      guard !source.hasComment(in: entry.value, from: entry.key.span.upperBound) else {
        throw .inexact(specification.name.rawValue)
      }
      let lineEnding = source.lineEnding(at: entry.key.span.lowerBound)
      let line = fieldLines(
        [(specification, value)], column: source.column(of: entry.key.span.lowerBound),
        lineEnding: lineEnding)
      let span = entry.key.span.lowerBound..<entry.value.span.upperBound
      ways = [[TextEdit(range: span, replacement: line.joined())]]
    }
    try apply(ways, at: path, expecting: value.tree, name: specification.name.rawValue)
  }

  /// The ways to write a text in place of another, in its style where that can hold it.
  private func replacements(
    of scalar: YAMLScalar, behind key: YAMLScalar, with text: String, _ kind: FieldKind
  ) -> [[TextEdit]] {
    let style: YAMLScalar.Style? = scalar.span.isEmpty ? nil : scalar.style
    let forms = ScalarForms.candidates(
      for: text, of: kind, like: style, column: source.column(of: key.span.lowerBound),
      lineEnding: source.lineEnding(at: key.span.lowerBound))
    return forms.map { [replacement(of: scalar, behind: key, with: $0)] }
  }

  private func replacement(
    of scalar: YAMLScalar, behind key: YAMLScalar, with form: String
  ) -> TextEdit {
    guard !scalar.span.isEmpty else {
      let colon = source.endOfColon(behind: key)
      let end = source.endOfLine(at: colon)
      let blanks = source.isBlank(colon..<end) ? end : colon
      return TextEdit(range: colon..<blanks, replacement: " " + form)
    }
    guard scalar.style.isBlock else { return TextEdit(range: scalar.span, replacement: form) }
    let header = source.line(from: scalar.span.lowerBound)
    let whole =
      header
      .lowerBound..<max(
        header.upperBound, source.endOfLine(at: scalar.span.upperBound))
    guard let comment = source.bytes[header].firstIndex(of: UInt8(ascii: "#")) else {
      return TextEdit(range: whole, replacement: form)
    }
    // The comment of a block's first line stays on the first line of what replaces it.
    var lines = form.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
    let ending = lines[0].utf8.last == 0x0D ? "\r" : ""
    if !ending.isEmpty { lines[0].unicodeScalars.removeLast() }
    lines[0] += " " + source[comment..<header.upperBound] + ending
    return TextEdit(range: whole, replacement: lines.joined(separator: "\n"))
  }

  /// The edits that turn a list of words, one a line, into another, line by line.
  private func lineEdits(of sequence: YAMLSequence, to words: [String]) -> [TextEdit] {
    let difference = words.map { Array($0.utf8) }.difference(
      from: sequence.items.map { Array(($0.text ?? "").utf8) })
    let removed = difference.removedOffsets
    let inserted = difference.insertedOffsets
    let dash = sequence.span.lowerBound
    let margin = String(repeating: " ", count: source.column(of: dash))
    let lineEnding = source.lineEnding(at: dash)
    var insertions: [TextEdit] = []
    var kept = sequence.items.indices.filter { !removed.contains($0) }[...]
    var offset = source.startOfLine(at: dash)
    for (index, word) in words.enumerated() {
      if !inserted.contains(index), let next = kept.popFirst() {
        offset = source.startOfLine(behind: sequence.items[next])
      } else {
        let form = ScalarForms.best(
          for: word, of: .itemID, column: margin.utf8.count, lineEnding: lineEnding)
        insertions.append(TextEdit(insert: margin + "- " + form + lineEnding, at: offset))
      }
    }
    return insertions
      + removed.sorted().map { index in
        let node = sequence.items[index]
        return TextEdit(
          range: source.startOfLine(at: node.span.lowerBound)..<source.startOfLine(behind: node),
          replacement: "")
      }
  }
}
