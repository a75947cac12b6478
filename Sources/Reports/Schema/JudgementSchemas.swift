internal import Briefs
internal import Rules

extension RecordedSchema {
  /// What `check --format json` prints.
  static let check = RecordedSchema(
    "check", title: "Findings", description: "What `handoff check --format json` prints.",
    OutputSchema.document(
      "check",
      [
        ("findings", OutputSchema.list("By path and place.", ["$ref": "#/$defs/finding"])),
        ("summary", summary),
      ]
    ).adding(["$defs": ["finding": OutputSchema.object(OutputSchema.finding)]]))

  /// What `explain --format json` prints.
  static let rules = RecordedSchema(
    "rules", title: "Rules", description: "What `handoff explain --format json` prints.",
    OutputSchema.document(
      "rules", [("rules", OutputSchema.list("In the order of the reference.", rule))]))

  private static let summary = OutputSchema.object([
    ("briefs", OutputSchema.count("Briefs judged.")),
    ("errors", OutputSchema.count("Findings that are errors.")),
    ("warnings", OutputSchema.count("Findings that are warnings.")),
  ])

  private static let statuses = Status.allCases.map(\.rawValue)

  private static let rule = OutputSchema.object([
    ("id", OutputSchema.string("The rule's id, such as dropped-exclusion.")),
    (
      "category",
      OutputSchema.choice("Its group.", RuleDocumentation.Category.allCases.map(\.rawValue))
    ),
    ("summary", OutputSchema.string("One sentence that states it.")),
    ("rationale", OutputSchema.string("Why it matters.")),
    ("remedy", OutputSchema.string("How to mend what it finds.")),
    ("waivable", ["description": "Whether a waiver may silence it.", "type": "boolean"]),
    ("since", OutputSchema.string("The version that brought it.")),
    (
      "severity",
      [
        "description": "How much it matters in each status; null where it is silent.",
        "type": "object",
        "properties": .object(statuses.map { ($0, ["enum": ["error", "warning", .null]]) }),
        "required": .strings(statuses), "additionalProperties": false,
      ]
    ),
  ])
}
