/// A JSON Schema of the product, as it stands in the folder `schema/`.
package struct RecordedSchema: Sendable {
  /// The part of the file's name before `.schema.json`.
  package let name: String

  /// The schema itself.
  package let value: JSONValue

  /// The file's name in the folder `schema/`.
  package var fileName: String { name + ".schema.json" }

  /// The bytes of the file.
  package var text: String { value.indentedText }

  /// Every schema, those that people write first, then those of the tool's own output.
  package static let all: [RecordedSchema] = [
    .brief, .policy, .check, .audit, .list, .show, .checklist, .card, .inbox, .difference, .review,
    .emailLog, .emailDifference, .promised, .itemLog, .search, .proof, .message, .doctor, .hooks,
    .rules,
  ]

  /// A schema with the head that all of them share.
  init(
    _ name: String, title: String, description: String, comment: String? = nil, _ rest: JSONValue
  ) {
    self.name = name
    var head: JSONValue = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": .string("https://handoff.example/schema/\(name).schema.json"),
      "title": .string(title), "description": .string(description),
    ]
    if let comment { head = head.adding(["$comment": .string(comment)]) }
    value = head.adding(rest)
  }
}
