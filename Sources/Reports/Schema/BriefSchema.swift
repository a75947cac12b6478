internal import Briefs
internal import Rules

extension RecordedSchema {
  /// The front-matter of a brief, for editors and for checks in other programs.
  static let brief = RecordedSchema(
    "brief", title: "Brief", description: "The front-matter of a sales handoff.",
    comment: "Scalars are text: read the YAML without typing it (PyYAML: BaseLoader). Numbers, "
      + "truth values and null are accepted where a typing reader makes them of ordinary text; "
      + "days stay text in YAML 1.2 and must not become date objects. What needs more than one "
      + "field, the summary, the team's policy or the version before is for `handoff check`.",
    [
      "type": "object",
      "properties": .object(
        members(Catalogue.brief, in: nil)
          + Block.allCases.map { (key: $0.rawValue, value: schema(of: $0)) }
          + ItemList.allCases.map { (key: $0.rawValue, value: schema(of: $0)) }),
      "patternProperties": teamsOwn, "additionalProperties": false,
      "required": .strings(needed(Catalogue.brief, in: nil)),
      "$defs": KindSchema.definitions.adding(
        .object(ItemList.allCases.map { (key: entry(of: $0), value: item(of: $0)) })),
    ])

  private static func schema(of block: Block) -> JSONValue {
    let head: JSONValue = [
      "title": .string(block.title), "description": .string(block.purpose),
      "type": ["object", "string", "null"], "pattern": .string(SchemaPattern.empty),
    ]
    return head.adding(mapping(members(Catalogue.fields(of: block), in: nil)))
  }

  private static func schema(of list: ItemList) -> JSONValue {
    [
      "description": .string(list.purpose),
      "if": ["type": "array"],
      "then": [
        "items": [
          "if": ["type": "object"], "then": KindSchema.reference(entry(of: list)),
          "else": oneLine(of: list),
        ]
      ],
      "else": KindSchema.reference("none"),
    ]
  }

  /// The draft of an item: its words on one line.
  private static func oneLine(of list: ItemList) -> JSONValue {
    let telling = Catalogue.fields(of: list).first { $0.name == list.oneLineField }
    return KindSchema.one(telling?.kind ?? .freeText)
  }

  private static func item(of list: ItemList) -> JSONValue {
    let fields = Catalogue.fields(of: list)
    let needed = needed(fields, in: list)
    let head: JSONValue = ["title": .string(list.noun), "type": "object"]
    return head.adding(mapping(members(fields, in: list)))
      .adding(needed.isEmpty ? [:] : ["required": .strings(needed)])
  }

  private static func entry(of list: ItemList) -> String { "entry_of_" + list.rawValue }

  private static func mapping(_ members: [(key: String, value: JSONValue)]) -> JSONValue {
    [
      "properties": .object(members), "patternProperties": teamsOwn,
      "additionalProperties": false,
    ]
  }

  private static let teamsOwn: JSONValue = [
    "^x-": ["description": "A field of the team's own: never judged, never rendered."]
  ]

  private static func members(
    _ fields: [FieldSpecification], in list: ItemList?
  ) -> [(key: String, value: JSONValue)] {
    fields.map { field in
      let description: JSONValue = ["description": .string(field.purpose(in: list))]
      return (
        key: field.name.rawValue,
        value: description.adding(KindSchema.value(of: field, in: list)).adding(examples(of: field))
      )
    }
  }

  /// What is usually meant, where a team may add words of its own.
  private static func examples(of field: FieldSpecification) -> JSONValue {
    switch field.name {
    case .type: ["examples": .strings(BriefType.builtIn.keys.sorted())]
    case .rule:
      ["examples": .strings(RuleCatalog.documentations.filter(\.isWaivable).map(\.id))]
    default: [:]
    }
  }

  private static func needed(_ fields: [FieldSpecification], in list: ItemList?) -> [String] {
    fields.filter { $0.isAlwaysNeeded(in: list) }.map(\.name.rawValue)
  }
}
