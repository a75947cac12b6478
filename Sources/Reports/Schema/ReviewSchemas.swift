extension RecordedSchema {
  /// What `review --format json` prints.
  static let review = RecordedSchema(
    "review", title: "Review", description: "What `handoff review --format json` prints.",
    OutputSchema.document(
      "review",
      [
        ("brief", OutputSchema.string("The brief's id.")),
        ("path", OutputSchema.string("The file, from the top of the repository.")),
        ("flags", RedFlagLines.schema), ("since", reviewStart),
        (
          "answers",
          OutputSchema.list(
            "The returns and questions that were answered since, as they stand in the brief.",
            ["$ref": "#/$defs/fields"])
        ),
        (
          "changes",
          [
            "description": "What changed since; null on a first look.",
            "anyOf": [["type": "null"], ["$ref": "#/$defs/brief"]],
          ]
        ),
        ("approvals", OutputSchema.list("The approvals that it needs.", neededApproval)),
        ("missing", OutputSchema.list("What is still missing.", ["$ref": "#/$defs/finding"])),
        ("offered", OutputSchema.list("The approvals that you can give, to paste.", offered)),
      ]
    ).adding([
      "$defs": .object(
        differenceDefinitions + [("finding", OutputSchema.object(OutputSchema.finding))])
    ]))

  private static let reviewStart: JSONValue = [
    "description": "The version that you know already; null on a first look.",
    "anyOf": [
      ["type": "null"],
      OutputSchema.object([
        ("occasion", OutputSchema.string("What you did then.")),
        ("date", OutputSchema.string("The day of the commit.")),
        ("commit", OutputSchema.string("The commit's id.")),
      ]),
    ],
  ]

  private static let offered = OutputSchema.object([
    ("role", OutputSchema.string("The role that approves.")),
    ("by", OutputSchema.string("Who approves: you.")),
    ("at", OutputSchema.string("When: now.")),
    ("covers", OutputSchema.string("The digest of the words as they are.")),
  ])
}
