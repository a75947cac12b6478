extension RecordedSchema {
  /// The team's policy, for editors.
  static let policy = RecordedSchema(
    "handoff", title: "Handoff policy",
    description: "handoff.yaml: the roster, the types of handoff and the rules of a team.",
    comment: "Scalars are text, as in briefs. Whether people, roles and types that are named "
      + "exist, and who may change the file, is for `handoff check`.",
    PolicySchema.mapping(
      [
        "version": ["description": "The version of this format.", "enum": ["1", 1]],
        "briefs": PolicySchema.briefs,
        "people": PolicySchema.people,
        "policy": PolicySchema.settings,
        "pilot": PolicySchema.pilot,
        "types": PolicySchema.types,
        "retired": PolicySchema.retired,
        "imported": PolicySchema.imported,
        "erased": PolicySchema.erased,
        "assets": PolicySchema.assets,
      ], required: ["version"]
    ).adding(["$defs": KindSchema.definitions.adding(PolicySchema.definitions)]))
}

/// The parts of the policy's schema.
enum PolicySchema {
  static func mapping(_ members: JSONValue, required: [String] = []) -> JSONValue {
    let schema: JSONValue = [
      "type": "object", "properties": members,
      "patternProperties": ["^x-": ["description": "A field of the team's own."]],
      "additionalProperties": false,
    ]
    return schema.adding(required.isEmpty ? [:] : ["required": .strings(required)])
  }

  /// A mapping, or nothing behind its key.
  static func section(_ description: String, _ mapping: JSONValue) -> JSONValue {
    [
      "description": .string(description), "if": ["type": "object"], "then": mapping,
      "else": KindSchema.reference("empty"),
    ]
  }

  static func sections(
    _ description: String, _ members: JSONValue, required: [String]
  ) -> JSONValue {
    [
      "description": .string(description), "if": ["type": "array"],
      "then": ["items": mapping(members, required: required)],
      "else": KindSchema.reference("none"),
    ]
  }

  static func one(_ description: String, _ definition: String) -> JSONValue {
    field(
      description,
      ["anyOf": [KindSchema.filled(definition), KindSchema.reference("empty")]])
  }

  static func needed(_ description: String, _ definition: String) -> JSONValue {
    field(description, KindSchema.filled(definition))
  }

  /// A list, one value in place of a list of one, or none.
  static func many(_ description: String, _ definition: String) -> JSONValue {
    many(description, of: KindSchema.filled(definition))
  }

  static func many(_ description: String, of element: JSONValue) -> JSONValue {
    field(
      description,
      ["anyOf": [element, KindSchema.reference("none"), ["type": "array", "items": element]]])
  }

  static func choice(_ description: String, _ words: [String]) -> JSONValue {
    field(
      description, ["anyOf": [KindSchema.choice(words), KindSchema.reference("empty")]])
  }

  static func field(_ description: String, _ schema: JSONValue) -> JSONValue {
    let head: JSONValue = ["description": .string(description)]
    return head.adding(schema)
  }
}
