internal import Briefs

/// What the schemas say of each kind of value.
///
/// Front-matter is text, but most programs that read YAML turn plain words into numbers and truth
/// values. Where such a value can only have been an ordinary text, the schemas accept it. White
/// space counts as absent, and so it may stand in place of any value that need not be there.
enum KindSchema {
  /// The schema of a field's value.
  static func value(of specification: FieldSpecification, in list: ItemList?) -> JSONValue {
    if specification.name == .withdrawn { return reference("words") }
    if specification.isAlwaysNeeded(in: list) { return needed(specification.kind) }
    let one = one(specification.kind)
    return switch specification.count {
    case .one: one
    case .many: ["anyOf": [one, ["type": "array", "items": one]]]
    }
  }

  /// The schema of one value that need not be there.
  static func one(_ kind: FieldKind) -> JSONValue {
    if case .choice(let words) = kind {
      return ["anyOf": [choice(words), reference("empty")]]
    }
    return reference(definition(of: kind))
  }

  static func reference(_ name: String) -> JSONValue { ["$ref": .string("#/$defs/" + name)] }

  /// The schema of a value without which a brief is nothing.
  private static func needed(_ kind: FieldKind) -> JSONValue {
    if case .choice(let words) = kind { return choice(words) }
    return filled(definition(of: kind))
  }

  /// The schema of a definition's values, the absent one excepted.
  static func filled(_ definition: String) -> JSONValue {
    reference(definition).adding([
      "not": ["type": "null"], "pattern": .string(SchemaPattern.filled),
    ])
  }

  static func choice(_ words: [String]) -> JSONValue {
    ["enum": .array(words.flatMap(spellings))]
  }

  /// A word, and what programs that type YAML make of it.
  private static func spellings(_ word: String) -> [JSONValue] {
    word == "true" ? [.string(word), true] : [.string(word)]
  }

  private static func definition(of kind: FieldKind) -> String {
    switch kind {
    case .freeText, .word, .signature, .choice: "text"
    case .date: "date"
    case .instant: "instant"
    case .day: "day"
    case .address: "address"
    case .actor: "actor"
    case .briefID: "brief_id"
    case .itemID: "item_id"
    case .foreignItem: "foreign_item"
    case .source: "source"
    case .digest: "digest"
    case .sha256: "sha256"
    case .path: "path"
    case .url: "url"
    case .number: "number"
    }
  }
}

extension FieldSpecification {
  /// Whether a brief without the field is an error whatever its status: only then a schema, which
  /// knows no waivers and no types of a team, may ask for it.
  func isAlwaysNeeded(in list: ItemList?) -> Bool {
    list == nil
      ? isRequired && [.handoff, .type, .status].contains(name) : isRequired && name == .id
  }
}
