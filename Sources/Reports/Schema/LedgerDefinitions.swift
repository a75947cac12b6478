/// What the schemas of answers from history share.
extension RecordedSchema {
  static let moment = OutputSchema.object([
    (
      "meaning",
      OutputSchema.choice(
        "What --on was taken for.", ["now", "day", "instant", "revision"])
    ),
    ("asked", OutputSchema.optional("What was given to --on.")),
    (
      "over",
      boolean("Whether the day or instant was over when it was asked for; true of all else.")
    ),
    ("at", deed("The commit whose tree was taken; null where none was made by then.")),
    (
      "clocksDisagree",
      boolean("Whether the commit before it says that it came later than the time asked for.")
    ),
  ])

  static let complete = boolean("Whether all that the answer rests on could be read.")

  static let gaps = OutputSchema.list(
    "What could not be read.",
    OutputSchema.object([
      ("commit", OutputSchema.optional("The last commit that could be read.")),
      ("missing", OutputSchema.optional("The object that could not.")),
      (
        "file",
        OutputSchema.optional("The file of that commit that could not; null where it is none.")
      ),
      ("absent", boolean("Whether it is not there, rather than damaged.")),
      ("reason", OutputSchema.string("Why it could not be read.")),
      ("affects", OutputSchema.string("What is not known because of it.")),
    ]))

  static let namesakes = OutputSchema.list(
    "The other files that have the brief's id too; what they say is not told here.",
    OutputSchema.string("A path."))

  static func changes(_ description: String) -> JSONValue {
    OutputSchema.list(description, ["$ref": "#/$defs/change"])
  }

  static func boolean(_ description: String) -> JSONValue {
    ["description": .string(description), "type": "boolean"]
  }

  static func nullable(_ description: String, _ value: JSONValue) -> JSONValue {
    ["description": .string(description), "anyOf": [["type": "null"], value]]
  }

  static func deed(_ description: String) -> JSONValue {
    nullable(description, ["$ref": "#/$defs/deed"])
  }

  static let ledgerDefinitions: [(key: String, value: JSONValue)] =
    differenceDefinitions.filter { $0.key != "brief" } + [
      (
        "deed",
        OutputSchema.object([
          ("commit", OutputSchema.string("The commit's id.")),
          ("author", OutputSchema.optional("Who wrote the change; null where it cannot be read.")),
          ("address", OutputSchema.optional("The author's address.")),
          ("authored", OutputSchema.optional("The author's time, in UTC.")),
          ("committer", OutputSchema.optional("Who made the commit.")),
          ("committerAddress", OutputSchema.optional("The committer's address.")),
          ("committed", OutputSchema.optional("The committer's time, in UTC.")),
        ])
      ),
      (
        "change",
        OutputSchema.object([
          ("at", ["$ref": "#/$defs/deed"]),
          ("path", OutputSchema.string("Where the file stands behind the change.")),
          ("merge", boolean("Whether a merge made it that neither side alone had.")),
          ("cutShort", boolean("Whether the version before cannot be read.")),
          ("returned", boolean("Whether it brought back what was lost.")),
          ("item", ["$ref": "#/$defs/item"]),
        ])
      ),
    ]
}
