internal import Briefs

extension RecordedSchema {
  /// What `email log --format json` prints.
  static let emailLog = RecordedSchema(
    "email-log", title: "Email log", description: "What `handoff email log --format json` prints.",
    OutputSchema.document(
      "email-log",
      [
        ("brief", OutputSchema.string("The brief's id; the file's stem where it says none.")),
        ("path", OutputSchema.string("Where the file stands.")),
        (
          "revisions", OutputSchema.list("The wordings of the summary, the oldest first.", revision)
        ),
        (
          "unmatched",
          OutputSchema.list("Records whose words no revision has.", ["$ref": "#/$defs/email"])
        ),
        (
          "introductions",
          OutputSchema.list("Records of introductions.", ["$ref": "#/$defs/email"])
        ),
        (
          "uncommitted",
          [
            "description": "Whether the file has other words than every revision that is newest.",
            "type": "boolean",
          ]
        ),
        (
          "cutShort",
          ["description": "Whether older revisions cannot be read.", "type": "boolean"]
        ),
      ]
    ).adding(["$defs": ["email": email]]))

  /// What `email diff --format json` prints.
  static let emailDifference = RecordedSchema(
    "email-diff", title: "Email difference",
    description: "What `handoff email diff --format json` prints.",
    OutputSchema.document(
      "email-diff",
      [
        ("brief", OutputSchema.optional("The brief's id.")), ("from", side), ("to", side),
        ("sections", OutputSchema.list("The sections that differ.", section)),
      ]
    ).adding(["$defs": ["words": words]]))

  private static let revision = OutputSchema.object([
    ("number", OutputSchema.count("From 1, the oldest.", from: 1)),
    ("commit", OutputSchema.string("The id of the commit that wrote it.")),
    ("author", OutputSchema.string("The author's name.")),
    ("address", OutputSchema.string("The author's address.")),
    ("date", OutputSchema.string("The author's day, in UTC.")),
    ("body", OutputSchema.string("The digest of the call summary, as records hold it.")),
    (
      "changed",
      OutputSchema.list(
        "The headings of the sections that differ from the revision before.", ["type": "string"])
    ),
    (
      "sections",
      OutputSchema.list(
        "What a client reads.",
        OutputSchema.object([
          ("heading", OutputSchema.string("The heading; empty above the first.")),
          ("markdown", OutputSchema.string("What stands below it.")),
        ]))
    ),
    (
      "emails",
      OutputSchema.list("What was sent in these words.", ["$ref": "#/$defs/email"])
    ),
  ])

  private static let email = OutputSchema.object([
    ("kind", OutputSchema.optional("What was sent: call, final or introduction.")),
    (
      "terms",
      [
        "description": "Whether the custom terms were in it; null where the words are not known.",
        "type": ["boolean", "null"],
      ]
    ),
    ("body", OutputSchema.optional("The digest of what was rendered.")),
    ("sent", OutputSchema.optional("When it was sent.")),
    ("to", OutputSchema.list("To whom.", ["type": "string"])),
    ("via", OutputSchema.optional("By what it was sent.")),
    ("messageID", OutputSchema.optional("The message's own id.")),
    ("reply", OutputSchema.optional("The answer: confirmed, corrected or none.")),
    ("replied", OutputSchema.optional("When it came.")),
    ("repliedBy", OutputSchema.optional("Who answered.")),
    ("how", OutputSchema.optional("How it came: email, phone, meeting or chat.")),
    ("note", OutputSchema.optional("What was noted of it.")),
    ("evidence", OutputSchema.optional("The evidence that keeps the answer.")),
    (
      "unconfirmed",
      OutputSchema.optional("Why the work starts without an answer, where somebody said that.")
    ),
  ])

  private static let side = OutputSchema.object([
    ("name", OutputSchema.string("What it is called, such as revision 2.")),
    ("commit", OutputSchema.optional("The commit's id; null for what is not committed.")),
    (
      "kind",
      OutputSchema.choice("Which summary it is.", SummaryContent.Kind.allCases.map(\.rawValue))
    ),
    ("body", OutputSchema.string("The digest of its words.")),
  ])

  private static let section = OutputSchema.object([
    ("heading", OutputSchema.string("The heading; empty above the first.")),
    ("old", OutputSchema.optional("The Markdown before; null where the section is new.")),
    ("new", OutputSchema.optional("The Markdown now; null where the section is gone.")),
    ("words", ["$ref": "#/$defs/words"]),
  ])
}
