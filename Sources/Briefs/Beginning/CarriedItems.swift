/// What the earlier briefs of an account hand on to a new one.
///
/// Each item keeps its words, gets an id of its own and says where it comes from. What a promise is
/// bounded by is the exclusion under its new id. Sources stay behind with the evidence: the item
/// that is carried cites them.
package struct CarriedItems: Sendable {
  /// One item, ready to be written.
  package struct Entry: Sendable {
    /// The list that the item goes to.
    package let list: ItemList

    /// The fields of the new item, in their order.
    package let fields: [(FieldName, FieldValue)]
  }

  /// The items that are carried on.
  package let entries: [Entry]

  /// Items of one line that cannot be carried before they have ids, by the briefs that have them.
  package let nameless: [String]

  package init(from earlier: [Brief], using generator: inout some RandomNumberGenerator) {
    var entries: [Entry] = []
    var nameless: [String] = []
    var used: Set<String> = []
    for brief in earlier {
      guard let id = brief.id else { continue }
      let items = brief.items.filter {
        $0.mustTravel || $0.list == .stakeholders && !$0.isWithdrawn && $0.telling != nil
      }
      var newIDs: [String: String] = [:]
      for item in items {
        guard let old = item.id else {
          if !nameless.contains(id) { nameless.append(id) }
          continue
        }
        let new = ItemID.mint(for: item.list, unlike: used, using: &generator)
        used.insert(new)
        newIDs[old] = new
      }
      entries += items.compactMap { item in
        item.id.flatMap { newIDs[$0] }.map { new in
          Entry(list: item.list, fields: item.carried(from: id, as: new, newIDs))
        }
      }
    }
    self.entries = entries
    self.nameless = nameless
  }
}

extension Item {
  fileprivate func carried(
    from brief: String, as new: String, _ newIDs: [String: String]
  ) -> [(FieldName, FieldValue)] {
    var result: [(FieldName, FieldValue)] = [(.id, .text(new))]
    for field in fields.all where !field.isEmpty && !Item.leftInPlace.contains(field.name) {
      switch field.specification.count {
      case .one: result.append((field.name, .text(field.values[0].string)))
      case .many:
        let words = fields.list(field.name).compactMap { newIDs[$0.string] }
        if !words.isEmpty { result.append((field.name, .words(words))) }
      }
    }
    return result + [(.carried, .text("\(brief)/\(id ?? "")"))]
  }

  /// What belongs to the earlier brief's own life.
  private static let leftInPlace: Set<FieldName> = [.id, .carried, .source, .raised, .withdrawn]
}
