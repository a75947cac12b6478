internal import Briefs

extension RecordedSchema {
  /// What `inbox --format json` prints.
  static let inbox = RecordedSchema(
    "inbox", title: "Inbox", description: "What `handoff inbox --format json` prints.",
    OutputSchema.document(
      "inbox",
      [
        ("me", OutputSchema.optional("Who looks; null for somebody who is not on the roster.")),
        ("day", OutputSchema.string("The day of the look.")),
        ("tasks", OutputSchema.list("What waits, the late first, then by day.", task)),
        ("hidden", OutputSchema.count("Tasks in briefs that are no concern of whoever looks.")),
      ]))

  private static let task = OutputSchema.object([
    ("brief", OutputSchema.string("The brief's id; the file's stem where it says none.")),
    ("account", OutputSchema.optional("The customer.")),
    ("kind", OutputSchema.choice("What it is.", WaitingTask.Kind.allCases.map(\.rawValue))),
    ("item", OutputSchema.optional("The item's id.")),
    ("sentence", OutputSchema.string("What waits, in one sentence.")),
    ("who", OutputSchema.list("Whose turn it is, by name; any of them.", ["type": "string"])),
    ("mine", ["description": "Whether it waits for whoever looks.", "type": "boolean"]),
    ("standsInFor", OutputSchema.optional("In whose place they would do it.")),
    ("overdue", ["description": "Whether its day is past.", "type": "boolean"]),
    ("stale", ["description": "Whether it was approved in other words.", "type": "boolean"]),
    ("since", OutputSchema.optional("The day since which it waits.")),
    ("due", OutputSchema.optional("The day by which it should be done.")),
    ("command", OutputSchema.string("What to type next.")),
  ])
}
