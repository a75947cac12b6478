/// An item that somebody wants to add, field by field, as it was typed.
package struct NewItem: Sendable {
  /// The list that the item is for.
  package let list: ItemList
  private var fields: [(FieldName, FieldValue)] = []

  /// An empty item with an id, where the list's items have one.
  package init(in list: ItemList, id: String) {
    self.list = list
    if Catalogue.fields(of: list).contains(where: { $0.name == .id }) {
      fields.append((.id, .text(id)))
    }
  }

  /// What the editor writes.
  package var values: [(FieldName, FieldValue)] { fields }

  /// The required fields that nothing is said for yet.
  package var missing: [FieldSpecification] {
    Catalogue.fields(of: list).filter { specification in
      specification.isRequired && !has(specification.name)
    }
  }

  /// Whether the item has a field already.
  package func has(_ name: FieldName) -> Bool { fields.contains { $0.0 == name } }

  /// Whether the list's items have such a field.
  package func mayHave(_ name: FieldName) -> Bool { specification(of: name) != nil }

  /// Takes a field as it was typed.
  package mutating func set(
    _ name: FieldName, to typed: [String]
  ) throws(FieldInput.Fault) {
    guard let specification = specification(of: name) else {
      let known = Catalogue.fields(of: list).map(\.name.rawValue).filter { $0 != "id" }
      throw FieldInput.Fault(
        message: "\(list.noun.withArticle) has no field `\(name.rawValue)`",
        help: "it may have: \(known.joined(separator: ", "))")
    }
    let value = try FieldInput.value(typed, for: specification)
    fields.removeAll { $0.0 == name }
    fields.append((name, value))
  }

  private func specification(of name: FieldName) -> FieldSpecification? {
    Catalogue.fields(of: list).first { $0.name == name }
  }
}
