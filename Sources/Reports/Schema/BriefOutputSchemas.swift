internal import Briefs

extension RecordedSchema {
  /// What `list --format json` prints.
  static let list = RecordedSchema(
    "list", title: "Briefs", description: "What `handoff list --format json` prints.",
    OutputSchema.document(
      "list",
      [
        (
          "briefs",
          OutputSchema.list(
            "By path.",
            OutputSchema.object([
              ("brief", OutputSchema.string("The id; the file's stem where it says none.")),
              ("path", OutputSchema.string("The file, from the top of the repository.")),
              ("type", OutputSchema.optional("The type.")),
              ("status", OutputSchema.optional("The status.")),
              ("account", OutputSchema.optional("The customer.")),
              ("from", OutputSchema.optional("Who hands over.")),
              ("to", OutputSchema.optional("Who takes over.")),
              (
                "waitsFor", OutputSchema.optional("Whose turn it is and for what, the most urgent.")
              ),
              ("errors", OutputSchema.count("Findings that are errors.")),
              ("warnings", OutputSchema.count("Findings that are warnings.")),
            ]))
        )
      ]))

  /// What `show --format json` prints.
  static let show = RecordedSchema(
    "show", title: "A brief", description: "What `handoff show --format json` prints.",
    comment: "Fields are text as it was typed, judged by nothing; what says nothing is left out, "
      + "and so are fields named x-….",
    OutputSchema.document(
      "show", [("brief", ["$ref": "#/$defs/brief"]), ("client", ClientLine.schema)]
    )
    .adding([
      "$defs": .object(
        [("brief", wholeBrief)] + ItemList.allCases.map { ($0.rawValue, entry(of: $0)) })
    ]))

  /// What `checklist --format json` prints.
  static let checklist = RecordedSchema(
    "checklist", title: "Checklist",
    description: "What `handoff checklist --format json` prints.",
    OutputSchema.document(
      "checklist",
      [("brief", OutputSchema.string("The brief's id."))]
        + listed.map { ($0.rawValue, entries(of: $0)) }
        + [
          ("approvals", OutputSchema.list("The approvals that it needs.", neededApproval)),
          ("missing", OutputSchema.list("What is still missing.", ["$ref": "#/$defs/finding"])),
        ]
    ).adding([
      "$defs": .object(
        listed.map { ($0.rawValue, entry(of: $0)) }
          + [("finding", OutputSchema.object(OutputSchema.finding))])
    ]))

  /// An approval that a brief needs.
  static let neededApproval = OutputSchema.object([
    ("role", OutputSchema.string("The role that approves.")),
    (
      "state",
      OutputSchema.choice(
        "Where it stands; void: by somebody who may not give it.",
        ["missing", "void", "stale", "given"])
    ),
    ("by", OutputSchema.optional("Who gave the newest.")),
    ("at", OutputSchema.optional("When.")),
    ("approvers", OutputSchema.list("Who can give it, by name.", ["type": "string"])),
  ])

  /// The lists that a checklist goes through.
  private static let listed: [ItemList] = [.promises, .exclusions, .risks]

  private static let wholeBrief: JSONValue = [
    "type": "object",
    "properties": .object(
      [("path", OutputSchema.string("The file, from the top of the repository."))]
        + fields(Catalogue.brief)
        + Block.allCases.map { ($0.rawValue, loose(Catalogue.fields(of: $0))) }
        + ItemList.allCases.map { ($0.rawValue, entries(of: $0)) }
        + [("sections", OutputSchema.list("The summary.", section))]),
    "required": ["path", "sections"], "additionalProperties": false,
  ]

  private static let section = OutputSchema.object([
    ("title", OutputSchema.optional("The heading; null before the first.")),
    ("text", OutputSchema.string("The Markdown below it.")),
  ])

  private static func entries(of list: ItemList) -> JSONValue {
    OutputSchema.list(list.purpose, ["$ref": .string("#/$defs/" + list.rawValue)])
  }

  private static func entry(of list: ItemList) -> JSONValue { loose(Catalogue.fields(of: list)) }

  /// An object with any of the fields.
  private static func loose(_ specifications: [FieldSpecification]) -> JSONValue {
    [
      "type": "object", "properties": .object(fields(specifications)),
      "additionalProperties": false,
    ]
  }

  private static func fields(
    _ specifications: [FieldSpecification]
  ) -> [(key: String, value: JSONValue)] {
    specifications.map { field in
      let value: JSONValue =
        switch field.count {
        case .one: ["type": "string"]
        case .many: ["type": "array", "items": ["type": "string"]]
        }
      return (field.name.rawValue, value)
    }
  }
}
