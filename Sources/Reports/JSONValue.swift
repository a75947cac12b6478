import Diagnostics

/// A JSON value whose objects keep the order of their keys.
///
///     let value: JSONValue = ["rule": .string(rule), "line": 3, "item": .null]
///     print(value.text)  // {"rule":"dropped-exclusion","line":3,"item":null}
package enum JSONValue: Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// An array of many values, each of which is made only when it is written.
  case made(count: Int, @Sendable (Int) -> JSONValue)

  /// A string, or null for none.
  package static func optional(_ text: String?) -> JSONValue {
    text.map(JSONValue.string) ?? .null
  }

  /// The value on one line without white space and without a line feed at its end.
  ///
  /// Control, C1 and bidirectional characters are written as `\uXXXX`.
  package var text: String {
    var output: [UInt8] = []
    write(to: &output) { _ in }
    return String(decoding: output, as: UTF8.self)
  }

  /// Writes the value as ``text`` has it, in portions.
  package func write(_ give: (String) throws -> Void) rethrows {
    var output: [UInt8] = []
    try write(to: &output) { output in
      guard output.count > 1 << 16 else { return }
      try give(String(decoding: output, as: UTF8.self))
      output.removeAll(keepingCapacity: true)
    }
    try give(String(decoding: output, as: UTF8.self))
  }

  /// Writes the value behind what is written; `pass` may take that away after each value of an array.
  private func write(
    to output: inout [UInt8], _ pass: (inout [UInt8]) throws -> Void
  ) rethrows {
    switch self {
    case .null: output += "null".utf8
    case .boolean(let value): output += (value ? "true" : "false").utf8
    case .integer(let value): output += String(value).utf8
    case .string(let text): Self.write(text, to: &output)
    case .array(let values): try Self.write(values.count, { values[$0] }, to: &output, pass)
    case .made(let count, let make): try Self.write(count, make, to: &output, pass)
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        Self.write(member.key, to: &output)
        output.append(UInt8(ascii: ":"))
        try member.value.write(to: &output, pass)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  private static func write(
    _ count: Int, _ value: (Int) -> JSONValue, to output: inout [UInt8],
    _ pass: (inout [UInt8]) throws -> Void
  ) rethrows {
    output.append(UInt8(ascii: "["))
    for index in 0..<count {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      try value(index).write(to: &output, pass)
      try pass(&output)
    }
    output.append(UInt8(ascii: "]"))
  }

  private static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\"".utf8
      case "\\": output += "\\\\".utf8
      // All that must be escaped is in the basic plane, so four digits are enough.
      case _ where scalar.mustBeEscaped:
        let digits = String(scalar.value, radix: 16)
        output += "\\u".utf8
        output += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
        output += digits.utf8
      default: output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) {
    self = .string(value)
  }

  package init(integerLiteral value: Int) {
    self = .integer(value)
  }

  package init(arrayLiteral elements: JSONValue...) {
    self = .array(elements)
  }

  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { (key: $0.0, value: $0.1) })
  }
}
