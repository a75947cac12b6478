extension RecordedSchema {
  /// What `card --format json` prints.
  static let card = RecordedSchema(
    "card", title: "Card", description: "What `handoff card --format json` prints.",
    OutputSchema.document(
      "card",
      [
        ("brief", OutputSchema.string("The brief's id; the file's stem where it says none.")),
        ("account", OutputSchema.optional("The customer.")),
        ("type", OutputSchema.optional("The type.")),
        ("status", OutputSchema.optional("The status.")),
        ("from", OutputSchema.string("Who hands over, by name.")),
        ("to", OutputSchema.string("Who takes over, by name.")),
        ("kickoff", OutputSchema.optional("The day of the kickoff.")),
        ("go_live", OutputSchema.optional("The day of the go-live.")),
        ("opening", OutputSchema.string("The receiver's first words in the meeting.")),
        ("client", ClientLine.schema),
        ("parts", OutputSchema.list("Those that say something.", part)),
      ]))

  private static let part = OutputSchema.object([
    (
      "part",
      OutputSchema.choice(
        "What it is.",
        [
          "meeting", "confirm", "excluded", "known", "ask", "sensitive", "objections", "against",
          "support",
        ])
    ),
    ("title", OutputSchema.string("Its heading.")),
    (
      "points",
      OutputSchema.list(
        "All of them.",
        OutputSchema.object([
          ("name", OutputSchema.string("The item's id, or what the point is.")),
          ("text", OutputSchema.string("What it says.")),
          ("details", OutputSchema.list("What belongs to it.", ["type": "string"])),
        ]))
    ),
  ])
}
