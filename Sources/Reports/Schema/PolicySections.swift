internal import Briefs
internal import Rules

extension PolicySchema {
  static let briefs = field(
    "Where the briefs lie.",
    [
      "anyOf": [
        KindSchema.filled("pattern"), KindSchema.reference("empty"),
        ["type": "array", "minItems": 1, "items": KindSchema.filled("pattern")],
      ]
    ])

  static let people = sections(
    "The roster.",
    [
      "email": needed("The person's address.", "address"),
      "name": one("The person's name.", "words"),
      "roles": many(
        "What the person may do, such as sales, receiving, pricing, legal or policy.", "name"),
      "team": one("The person's team.", "words"),
      "also": many("Further addresses of the same person.", "address"),
      "stand_ins": many("Who may act for the person.", "address"),
      "keys": many("Public keys that the person signs with.", "key"),
      "old_keys": many("Replaced keys, which verify what was signed before.", "key"),
      "until": one("The first day on which the person is no longer there.", "date"),
    ], required: ["email"])

  static let settings = section(
    "How strict the team is.",
    mapping([
      "signatures": choice(
        "Whether every approval carries a valid SSH signature.", ["optional", "required"]),
      "client_confirmation": choice(
        "Whether a handoff starts only when the client has confirmed the summary.",
        Policy.Confirmation.allCases.map(\.rawValue)),
      "review_days": one("Working days that a receiver has.", "days"),
      "reply_days": one("Working days until a client's silence is a signal.", "days"),
      "protected": many("The branches that the server gates.", "branch"),
      "cue_words": section(
        "Words of the team that the rules on wording look for besides ours.",
        mapping(
          .object(
            CueList.allCases.map {
              (key: $0.key, value: many("Further words of the list.", "words"))
            }))),
      "severity": section(
        "Rules whose warnings are errors here.",
        mapping(
          .object(
            RuleCatalog.documentations.map {
              (key: $0.id, value: field($0.summary, KindSchema.choice(["error"])))
            }))),
    ]))

  static let pilot = section(
    "The handoffs that a pilot counts.",
    mapping(
      [
        "team": needed("The team that takes part.", "words"),
        "types": many("The types that count.", "name"),
        "from": needed("The first day.", "date"),
        "days": needed("How many days it lasts.", "days"),
        "owner": needed("Who runs it.", "actor"),
        "threshold": needed("The share that must be complete and accepted.", "share"),
      ], required: ["team", "types", "from", "days", "owner", "threshold"]))

  static let types = section(
    "Types of handoff: additions to the built-in ones, or other values for them.",
    [
      "type": "object",
      "properties": .object(
        BriefType.builtIn.sorted { $0.key < $1.key }.map { name, type in
          (key: name, value: field(type.title + ".", KindSchema.reference("type")))
        }),
      "patternProperties": [
        // Any name of a type that does not begin with x-.
        "^(?:[a-wyz0-9][a-z0-9-]{0,63}|x(?:[a-z0-9][a-z0-9-]{0,62})?)$":
          KindSchema.reference("type"),
        "^x-": ["description": "A field of the team's own."],
      ],
      "additionalProperties": false,
    ])

  static let retired = sections(
    "Briefs that may leave the tree.",
    [
      "id": needed("The brief's id.", "brief_id"), "reason": needed("Why.", "words"),
      "by": needed("Who decided.", "actor"), "on": needed("When.", "date"),
    ], required: ["id", "reason", "by", "on"])

  static let imported = sections(
    "Briefs taken over in a later state than draft.",
    [
      "id": needed("The brief's id.", "brief_id"),
      "status": field("The status.", KindSchema.choice(Status.allCases.map(\.rawValue))),
      "by": needed("Who decided.", "actor"), "on": needed("When.", "date"),
    ], required: ["id", "status", "by", "on"])

  static let erased = sections(
    "Evidence that was removed.",
    [
      "file": needed("The file.", "evidence_file"), "reason": needed("Why.", "words"),
      "by": needed("Who decided.", "actor"), "on": needed("When.", "date"),
    ], required: ["file", "reason", "by", "on"])

  static let assets = sections(
    "Approved assets that a brief may recommend.",
    [
      "id": needed("The asset's id.", "words"), "title": needed("Its title.", "words"),
      "url": needed("Where it is.", "url"), "approved_by": needed("Who approved it.", "actor"),
      "types": many("The types of handoff that it is for.", "name"),
    ], required: ["id", "title", "url", "approved_by"])
}
