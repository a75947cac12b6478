// How people type the names of lists and fields.

extension ItemList {
  /// The list that somebody means by its key, what one entry is called, or a short form of either.
  ///
  ///     ItemList(typed: "promise")        // .promises
  ///     ItemList(typed: "success-metric") // nil
  package init?(typed name: String) {
    let wanted = name.asKey
    guard let list = ItemList.allCases.first(where: { $0.typedNames.contains(wanted) }) else {
      return nil
    }
    self = list
  }

  /// What the list may be called, its key first.
  package var typedNames: [String] { [rawValue, noun.asKey] + aliases }

  private var aliases: [String] {
    switch self {
    case .customTerms: ["term", "terms"]
    case .successCriteria: ["criterion", "criteria", "metric", "metrics"]
    case .support: ["supporter"]
    case .evidence: ["source", "sources"]
    case .emails: ["email"]
    case .promises, .exclusions, .expectations, .stakeholders, .risks, .requirements, .objections,
      .sensitivities, .questions, .approvals, .returns, .incidents, .waivers, .leftBehind:
      []
    }
  }
}

extension FieldName {
  /// The field that somebody means, with hyphens or underscores.
  package init?(typed name: String) {
    self.init(rawValue: name.asKey)
  }
}

extension String {
  /// The noun as a sentence begins with it: `a promise`, `an exclusion`.
  package var withArticle: String {
    let vowels = Array("aeiou".utf8)
    return (utf8.first.map { vowels.contains($0) } ?? false ? "an " : "a ") + self
  }

  /// The name as a key of front-matter: lower-case, with underscores.
  package var asKey: String {
    String(
      decoding: asciiLowercased.utf8.map { byte in
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ") ? UInt8(ascii: "_") : byte
      }, as: UTF8.self)
  }
}
