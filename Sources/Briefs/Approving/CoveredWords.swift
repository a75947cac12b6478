/// What one role's approval of a brief covers, word for word.
///
/// A one-line item of a draft has no id yet and is left out: the id that it gets makes approvals
/// stale, and a brief in review has none. Risks and requirements that came up after acceptance
/// (`raised`) are left out too; withdrawn items stand with their reasons.
package struct CoveredWords: Sendable, Equatable {
  /// The words of one field.
  package struct Entry: Sendable, Equatable {
    /// The field, list or block at the top of the front-matter.
    package let key: String

    /// The item's id, where the field is an item's.
    package let item: String?

    /// The field of the item or block, where there is one.
    package let field: String?

    /// The words as they are covered: one text, or several sorted ones of a field that is a list.
    package let words: [String]

    /// Whether the words are those of a list, such as `bounded_by`.
    package let isList: Bool
  }

  /// The entries in the order of their keys, compared as UTF-16, as canonical JSON has them.
  package let entries: [Entry]

  package init(of brief: Brief, role: String) {
    var entries: [Entry] = []
    for part in Part.covered where part.isCovered(by: role) {
      part.append(from: brief, role, to: &entries)
    }
    self.entries = entries
  }
}

/// A covered field, block or list at the top of the front-matter.
private struct Part {
  enum Place {
    case field(FieldName)
    case block(Block)
    case list(ItemList)
  }

  let place: Place
  let key: String

  /// The covered fields of its items, sorted by name.
  let fields: [FieldSpecification]

  /// All of them, sorted by key.
  static let covered: [Part] = {
    let own = Catalogue.brief.filter(\.isCovered)
      .map { Part(place: .field($0.name), key: $0.name.rawValue, fields: [$0]) }
    let blocks = Block.allCases.map {
      Part(place: .block($0), key: $0.rawValue, fields: sorted(Catalogue.fields(of: $0)))
    }
    let lists = ItemList.allCases.map {
      Part(place: .list($0), key: $0.rawValue, fields: sorted(Catalogue.fields(of: $0)))
    }
    return (own + blocks + lists).filter { !$0.fields.isEmpty }
      .sorted { $0.key.precedesInUTF16($1.key) }
  }()

  private static func sorted(_ fields: [FieldSpecification]) -> [FieldSpecification] {
    fields.filter(\.isCovered).sorted { $0.name.rawValue.precedesInUTF16($1.name.rawValue) }
  }

  /// Whether a role sees the part: the owners all of it, a reviewer what the term belongs to; of
  /// a list, each item answers for itself.
  func isCovered(by role: String) -> Bool {
    if role == Person.sales || role == Person.receiving { return true }
    return switch place {
    case .field(let name): name == .noExclusions
    case .block: false
    case .list: true
    }
  }

  func append(from brief: Brief, _ role: String, to entries: inout [CoveredWords.Entry]) {
    switch place {
    case .field:
      append(brief.fields, item: nil, isNested: false, to: &entries)
    case .block(let block):
      guard let entry = brief.block(block) else { return }
      append(entry.fields, item: nil, isNested: true, to: &entries)
    case .list(let list):
      let items = brief.items.filter { $0.list == list && $0.isCovered(by: role) }
        .compactMap { item in item.id.map { (id: $0.canonicalWords, fields: item.fields) } }
        .sorted { $0.id.precedesInUTF16($1.id) }
      for (position, item) in items.enumerated()
      where position == 0 || items[position - 1].id != item.id {
        append(item.fields, item: item.id, isNested: true, to: &entries)
      }
    }
  }

  private func append(
    _ written: Fields, item: String?, isNested: Bool, to entries: inout [CoveredWords.Entry]
  ) {
    for specification in fields {
      let isList = specification.count == .many
      let values = isList ? written.list(specification.name) : written[specification.name].asList
      if values.isEmpty { continue }
      var words = values.map(\.string.canonicalWords)
      if isList { words.sort { $0.precedesInUTF16($1) } }
      entries.append(
        CoveredWords.Entry(
          key: key, item: item, field: isNested ? specification.name.rawValue : nil, words: words,
          isList: isList))
    }
  }
}

extension Item {
  /// Whether a role's approval covers the item's words.
  package func isCovered(by role: String) -> Bool {
    let isOwner = role == Person.sales || role == Person.receiving
    switch list {
    case .promises, .exclusions: return true
    case .customTerms:
      return isOwner
        || string(.kind)?.canonicalWords.utf8.elementsEqual(role.utf8) ?? false
    case .expectations, .successCriteria, .waivers: return isOwner
    case .risks, .requirements: return isOwner && string(.raised) == nil
    case .stakeholders, .objections, .sensitivities, .support, .questions, .evidence, .approvals,
      .returns, .emails, .incidents, .leftBehind:
      return false
    }
  }
}

extension Text? {
  fileprivate var asList: [Text] { map { [$0] } ?? [] }
}

extension String {
  /// Order by UTF-16 code units, as canonical JSON sorts.
  fileprivate func precedesInUTF16(_ other: String) -> Bool {
    utf16.lexicographicallyPrecedes(other.utf16)
  }
}
