extension KindSchema {
  /// The definitions that a schema of something people write refers to.
  static let definitions: JSONValue = [
    "empty": [
      "description": "Nothing: the field counts as absent.",
      "type": ["string", "null"], "pattern": .string(SchemaPattern.empty),
    ],
    "none": line("The word none, or nothing.", SchemaPattern.none),
    "text": [
      "description": "Text without control characters.",
      "type": ["string", "number", "boolean", "null"], "pattern": .string(SchemaPattern.text),
    ],
    "words": [
      "description": "Text that says something: more than tbd or none.",
      "type": ["string", "number", "boolean"], "pattern": .string(SchemaPattern.text),
      "not": ["type": "string", "pattern": .string(SchemaPattern.blank)],
    ],
    "date": line("A day, such as 2026-10-01.", SchemaPattern.date),
    "instant": line("An instant in UTC, such as 2026-07-20T10:00:00Z.", SchemaPattern.instant),
    "day": line(
      "A day, such as 2026-10-01, or an instant in UTC, such as 2026-07-20T10:00:00Z.",
      SchemaPattern.dateOrInstant),
    "address": line(
      "An e-mail address in lower-case letters.", SchemaPattern.lowerCaseAddress,
      ["maxLength": 254]),
    "actor": line(
      "The e-mail address of who did it.", SchemaPattern.anyCaseAddress, ["maxLength": 254]),
    "brief_id": line(
      "The id of a brief, such as acme-onboarding.", SchemaPattern.briefID,
      types: ["string", "integer", "null"], ["minimum": 10]),
    "item_id": line("The id of an item, such as P1 or P-7K3F.", SchemaPattern.itemID),
    "foreign_item": line(
      "An item of another brief, such as acme-sdr/X1.", SchemaPattern.foreignItem),
    "source": line(
      "A place in the evidence: E1, E1#L14, E1#L14-L16 or E1@00:14:20.", SchemaPattern.source),
    "digest": line("sha256: and 64 digits; the tool writes it.", SchemaPattern.digest),
    "sha256": line("The 64 digits that `sha256sum FILE` prints.", SchemaPattern.sha256),
    "path": line(
      "A path from the top of the repository, such as evidence/acme/call.vtt.",
      SchemaPattern.path, forbidden: SchemaPattern.unsafePath, ["maxLength": 4096]),
    "url": line("The whole address of a page, with https://.", SchemaPattern.url),
    "number": line(
      "A whole number.", SchemaPattern.number, types: ["string", "integer", "null"],
      ["minimum": 0, "maximum": 999_999_999]),
  ]

  static func line(
    _ description: String, _ pattern: String, types: [String] = ["string", "null"],
    forbidden: String = SchemaPattern.brokenLine, _ more: JSONValue = [:]
  ) -> JSONValue {
    let schema: JSONValue = [
      "description": .string(description), "type": .strings(types), "pattern": .string(pattern),
      "not": ["type": "string", "pattern": .string(forbidden)],
    ]
    return schema.adding(more)
  }
}
