extension RecordedSchema {
  /// What `audit --format json` prints.
  static let audit = RecordedSchema(
    "audit", title: "Audit", description: "What `handoff audit --format json` prints.",
    OutputSchema.document(
      "audit",
      [
        (
          "tip",
          OutputSchema.optional(
            "The commit whose history was judged, as its full id; with `--all-refs` that of HEAD or, "
              + "where it has none, of the first branch or tag.")
        ),
        (
          "findings",
          OutputSchema.list(
            "In the order of history, the oldest first.", ["$ref": "#/$defs/finding"])
        ),
        ("incomplete", OutputSchema.list("What could not be judged.", gap)),
        (
          "replaced",
          OutputSchema.count("Objects that refs/replace replaces; they are not followed.")
        ),
        ("grafts", flag("Whether there are grafts; they are not followed.")),
        ("summary", summary),
      ]
    ).adding(["$defs": ["finding": OutputSchema.object(finding)]]))

  private static let finding =
    OutputSchema.finding + [
      ("commit", OutputSchema.string("The commit's full id.")),
      ("author", OutputSchema.optional("Its author, as `Name <address>`: a claim.")),
      ("date", OutputSchema.optional("When the author says to have written it, in UTC.")),
      ("committer", OutputSchema.optional("Who committed it, as `Name <address>`: a claim.")),
      ("committed", OutputSchema.optional("When the committer says to have committed it, in UTC.")),
      ("standing", flag("Whether the harm is still there at the tip.")),
      (
        "takenOver",
        OutputSchema.optional(
          "Of a change of the policy by somebody who may not: the commit by which somebody who may "
            + "took over what still stands of it; else null.")
      ),
      (
        "reference",
        OutputSchema.optional(
          "With `--all-refs`, the branch or tag at which `standing` was judged; null where it is HEAD."
        )
      ),
    ]

  private static let gap = OutputSchema.object([
    ("commit", OutputSchema.string("The commit's full id.")),
    (
      "affects",
      OutputSchema.choice(
        "What is not known: what the commit changed and all before it; what it changed; who made "
          + "it; whether what it broke is mended.",
        ["past", "commit", "author", "standing"])
    ),
    ("reason", OutputSchema.string("What could not be read, and why.")),
  ])

  private static let summary = OutputSchema.object([
    ("commits", OutputSchema.count("Commits of the history.")),
    (
      "judged",
      OutputSchema.count(
        "Those of them that were judged: they can be read, and a policy was there by then.")
    ),
    ("violations", OutputSchema.count("Findings.")),
    ("standing", OutputSchema.count("Findings whose harm is still there.")),
  ])

  private static func flag(_ description: String) -> JSONValue {
    ["description": .string(description), "type": "boolean"]
  }
}
