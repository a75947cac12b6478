internal import Diagnostics

/// The ways to write a piece of text, from which the first that reads back exactly is taken.
enum ScalarForms {
  /// The forms of a text, best first: as the value before was written, then as plain as can be.
  ///
  /// The last is in double quotes, which can hold any text. `column` is that of the field's key.
  static func candidates(
    for text: String, of kind: FieldKind, like style: YAMLScalar.Style?, column: Int,
    lineEnding: String
  ) -> [String] {
    let quoted = Quoting.doubleQuoted(text)
    guard !text.isEmpty, !text.unicodeScalars.contains(where: \.mustBeEscapedInValues) else {
      return [quoted]
    }
    let isLong = text.unicodeScalars.contains("\n")
    guard !isLong else {
      let block = literal(text, indentation: column + 2, lineEnding: lineEnding)
      return style == .doubleQuoted ? [quoted] : [block, quoted].compactMap { $0 }
    }
    switch style {
    case .doubleQuoted: return [quoted]
    case .singleQuoted: return [singleQuoted(text), quoted]
    case .plain: return [text, quoted]
    case .literal, .folded, nil:
      return kind.isFreeText && isTyped(text) ? [quoted] : [text, quoted]
    }
  }

  /// The first form of a text that reads back exactly behind a new key on a line of its own.
  static func best(
    for text: String, of kind: FieldKind, column: Int, lineEnding: String
  ) -> String {
    let forms = candidates(
      for: text, of: kind, like: nil, column: column, lineEnding: lineEnding)
    let expected = ValueTree([("key", ValueTree(text))])
    let indentation = String(repeating: " ", count: column)
    for form in forms {
      let line = Array((indentation + "key: " + form + lineEnding).utf8)
      let (root, faults) = YAMLParser.parse(line, in: 0..<line.count)
      if faults.isEmpty, let root, ValueTree(root) == expected, !isCut(root, line) { return form }
    }
    return Quoting.doubleQuoted(text)
  }

  /// A list of words between brackets, each plain where it reads back exactly, else quoted.
  static func flow(_ words: [String]) -> String {
    "[" + words.map { flowElement($0) }.joined(separator: ", ") + "]"
  }

  /// One word of a list between brackets: readers differ on `?` and the like, so an id, a source
  /// or an address stays plain, and anything else is quoted.
  static func flowElement(_ word: String) -> String {
    let quoted = Quoting.doubleQuoted(word)
    let isSimple = word.utf8.allSatisfy {
      Identifiers.isUpper($0) || Identifiers.isLower($0) || Identifiers.isDigit($0)
        || "-_./@#:+".utf8.contains($0)
    }
    guard isSimple else { return quoted }
    let list = Array("[\(word), x]".utf8)
    let (root, faults) = YAMLParser.parse(list, in: 0..<list.count)
    guard faults.isEmpty, let root, ValueTree(root) == .list([ValueTree(word), ValueTree("x")])
    else { return quoted }
    return word
  }

  /// Whether other readers of YAML take a plain text for a number, a truth value or nothing.
  private static func isTyped(_ text: String) -> Bool {
    let words = ["", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n"]
    let folded = text.asciiLowercased
    if words.contains(where: { $0.utf8.elementsEqual(folded.utf8) }) { return true }
    guard let first = text.utf8.first else { return true }
    return (Identifiers.isDigit(first) || "+-.".utf8.contains(first))
      && text.utf8.contains(where: Identifiers.isDigit)
      && text.utf8.allSatisfy { Identifiers.isDigit($0) || "+-._eExXoabcdfABCDF".utf8.contains($0) }
  }

  private static func singleQuoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(scalar)
      if scalar == "'" { result += "'" }
    }
    return result + "'"
  }

  /// The text as a literal block; nil where spaces or empty lines at an end would not be seen.
  private static func literal(
    _ text: String, indentation: Int, lineEnding: String
  ) -> String? {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    let endsWithBreak = lines.last?.isEmpty ?? false
    if endsWithBreak { lines.removeLast() }
    guard let last = lines.last, !last.isEmpty, !lines.contains(where: { $0.last == " " }) else {
      return nil
    }
    let margin = String(repeating: " ", count: indentation)
    return lines.reduce(into: endsWithBreak ? "|" : "|-") { result, line in
      result += lineEnding + (line.isEmpty ? "" : margin + String(line))
    }
  }

  /// Whether a comment stands behind the text, which readers would take for lost words.
  private static func isCut(_ root: YAMLNode, _ line: [UInt8]) -> Bool {
    guard let last = root.leaves.last, last.style == .plain else { return false }
    return line[last.span.upperBound...].contains(UInt8(ascii: "#"))
  }
}

extension Unicode.Scalar {
  /// Whether only an escape between double quotes can write the scalar for every reader of YAML.
  fileprivate var mustBeEscapedInValues: Bool {
    self != "\n" && Quoting.mustEscape(self)
  }
}
