extension JSONValue: ExpressibleByBooleanLiteral {
  package init(booleanLiteral value: Bool) {
    self = .boolean(value)
  }
}

extension JSONValue {
  static func strings(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }

  /// The object with the keys of another behind its own.
  func adding(_ other: JSONValue) -> JSONValue {
    guard case .object(let own) = self, case .object(let more) = other else { return self }
    return .object(own + more)
  }

  /// The value for people and for git: two spaces a level, short lists of words on one line.
  var indentedText: String { indented(by: "", after: 0) + "\n" }

  private func indented(by indentation: String, after column: Int) -> String {
    let inner = indentation + "  "
    switch self {
    case .null, .boolean, .integer, .string:
      return text
    case .array(let elements):
      let line = "[" + elements.map(\.text).joined(separator: ", ") + "]"
      if elements.allSatisfy(\.isScalar), column + line.utf8.count < 100 { return line }
      return JSONValue.block(
        "[", elements.map { inner + $0.indented(by: inner, after: inner.utf8.count) },
        indentation + "]")
    case .made(let count, let make):
      return JSONValue.array((0..<count).map(make)).indented(by: indentation, after: column)
    case .object(let members):
      if members.isEmpty { return "{}" }
      if members.count == 1, members[0].value.isScalar {
        return "{ " + JSONValue.string(members[0].key).text + ": " + members[0].value.text + " }"
      }
      let lines = members.map { key, value in
        let start = inner + JSONValue.string(key).text + ": "
        return start + value.indented(by: inner, after: start.utf8.count)
      }
      return JSONValue.block("{", lines, indentation + "}")
    }
  }

  private var isScalar: Bool {
    switch self {
    case .null, .boolean, .integer, .string: true
    case .array, .object, .made: false
    }
  }

  private static func block(_ open: String, _ lines: [String], _ close: String) -> String {
    [open, lines.joined(separator: ",\n"), close].joined(separator: "\n")
  }
}
