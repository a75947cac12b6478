internal import Briefs

extension RecordedSchema {
  /// What `diff --format json` prints.
  static let difference = RecordedSchema(
    "diff", title: "Difference", description: "What `handoff diff --format json` prints.",
    OutputSchema.document(
      "diff",
      [
        ("from", revision), ("to", revision),
        (
          "briefs",
          OutputSchema.list("The briefs that differ, by path.", ["$ref": "#/$defs/brief"])
        ),
      ]
    ).adding(["$defs": .object(differenceDefinitions)]))

  private static let revision = OutputSchema.object([
    ("name", OutputSchema.string("What it is called, such as main.")),
    ("commit", OutputSchema.optional("The commit's id; null for what is not committed.")),
  ])

  /// What the schemas of outputs with a brief's changes define.
  static let differenceDefinitions: [(key: String, value: JSONValue)] = [
    ("brief", changedBrief), ("item", changedItem), ("field", changedField), ("words", words),
    ("fields", anyFields),
  ]

  private static let lists = ItemList.allCases.map(\.rawValue)

  private static let changedBrief = OutputSchema.object([
    ("brief", OutputSchema.optional("The brief's id.")),
    ("path", OutputSchema.string("Where the file stands, or stood last.")),
    ("previousPath", OutputSchema.optional("Where it stood before, if that was elsewhere.")),
    (
      "change",
      OutputSchema.choice(
        "What became of the brief as a whole.", ComparedBrief.Fate.allCases.map(\.rawValue))
    ),
    (
      "items",
      OutputSchema.list("What became of each item that changed.", ["$ref": "#/$defs/item"])
    ),
    (
      "fields",
      OutputSchema.list("The changed fields of brief and blocks.", ["$ref": "#/$defs/field"])
    ),
    (
      "emptyLists",
      OutputSchema.list(
        "The lists without items that began or ceased to say that there is none.",
        OutputSchema.object([
          ("list", OutputSchema.choice("The list.", lists)),
          ("saysNone", ["description": "Whether it says so now.", "type": "boolean"]),
        ]))
    ),
    (
      "summary",
      [
        "description": "The summary; null where it did not change.",
        "anyOf": [
          ["type": "null"],
          OutputSchema.object([
            ("old", OutputSchema.string("The Markdown before.")),
            ("new", OutputSchema.string("The Markdown now.")),
            ("words", ["$ref": "#/$defs/words"]),
          ]),
        ],
      ]
    ),
  ])

  private static let changedItem = OutputSchema.object([
    ("list", OutputSchema.choice("The list that it stood in, or was added to.", lists)),
    ("id", OutputSchema.optional("The id that it had, or has where it is new.")),
    (
      "change",
      OutputSchema.choice(
        "What became of it; identified: it now has an id; moved: it is now in another list.",
        ["added", "changed", "withdrawn", "identified", "moved", "dropped"])
    ),
    (
      "reason",
      OutputSchema.optional("Why it was withdrawn; of a drop: gone, blank or unreadable.")
    ),
    ("old", ["$ref": "#/$defs/fields"]), ("new", ["$ref": "#/$defs/fields"]),
    ("newList", OutputSchema.optional("The list that it stands in now.")),
    ("fields", OutputSchema.list("Its fields that changed.", ["$ref": "#/$defs/field"])),
  ])

  private static let changedField = OutputSchema.object([
    (
      "field",
      OutputSchema.choice("The field.", FieldName.allCases.map(\.rawValue))
    ),
    ("block", OutputSchema.optional("The block that it stands in.")),
    ("covered", ["description": "Whether approvals cover it.", "type": "boolean"]),
    ("old", OutputSchema.list("The values before.", ["type": "string"])),
    ("new", OutputSchema.list("The values now.", ["type": "string"])),
    ("words", ["$ref": "#/$defs/words"]),
  ])

  /// The words of two texts and what became of them.
  static let words = OutputSchema.list(
    "The words in order: kept and removed ones make the old text, kept and added ones the new.",
    [
      "type": "object",
      "properties": [
        "kept": ["type": "string"], "removed": ["type": "string"], "added": ["type": "string"],
      ],
      "minProperties": 1, "maxProperties": 1, "additionalProperties": false,
    ])

  private static let anyFields: JSONValue = [
    "description": "Every field as it was typed; null where the item is not there.",
    "type": ["object", "null"],
    "propertyNames": ["enum": .strings(FieldName.allCases.map(\.rawValue))],
    "additionalProperties": [
      "anyOf": [["type": "string"], ["type": "array", "items": ["type": "string"]]]
    ],
  ]
}
