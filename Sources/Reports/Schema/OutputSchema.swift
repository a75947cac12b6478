internal import Diagnostics
internal import Rules

/// The parts that the schemas of the tool's own output share.
///
/// Every key is always there, and null where there is nothing to say, so that a program that reads
/// the output needs no second way for an absent key.
enum OutputSchema {
  /// An object with these keys and no others.
  static func object(_ members: [(key: String, value: JSONValue)]) -> JSONValue {
    [
      "type": "object", "properties": .object(members),
      "required": .strings(members.map(\.key)), "additionalProperties": false,
    ]
  }

  /// The document of a kind: `schema` names it, then come its own keys.
  static func document(_ kind: String, _ members: [(key: String, value: JSONValue)]) -> JSONValue {
    object([("schema", ["const": .string("handoff/\(kind)/1")])] + members)
  }

  static func list(_ description: String, _ element: JSONValue) -> JSONValue {
    ["description": .string(description), "type": "array", "items": element]
  }

  static func string(_ description: String) -> JSONValue {
    ["description": .string(description), "type": "string"]
  }

  static func optional(_ description: String) -> JSONValue {
    ["description": .string(description), "type": ["string", "null"]]
  }

  static func count(_ description: String, from minimum: Int = 0) -> JSONValue {
    ["description": .string(description), "type": "integer", "minimum": .integer(minimum)]
  }

  static func choice(_ description: String, _ words: [String]) -> JSONValue {
    ["description": .string(description), "enum": .strings(words)]
  }

  /// The keys of one finding of `check`.
  static let finding: [(key: String, value: JSONValue)] = [
    ("rule", string("The rule that found it, such as dropped-exclusion.")),
    ("severity", choice("How much it matters.", Severity.allCases.map(\.rawValue))),
    ("path", string("The file, from the top of the repository.")),
    ("line", count("The first line, from 1.", from: 1)),
    ("column", count("Its first column, from 1, in Unicode scalars.", from: 1)),
    ("endLine", count("The last line.", from: 1)),
    ("endColumn", count("The column behind the last.", from: 1)),
    ("brief", optional("The brief's id.")),
    ("item", optional("The item's id.")),
    ("message", string("What is wrong, in one sentence.")),
    ("help", string("What to do next.")),
  ]
}
