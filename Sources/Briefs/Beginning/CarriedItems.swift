/// What the earlier briefs of an account hand on to a new one.
///
/// Each item keeps its words, gets an id of its own and says where it comes from. The exclusions
/// that bound a promise and the evidence that an item rests on come along, under new ids too. Of
/// several earlier briefs, what one carries on from another comes from that one alone, and what one
/// left behind stays there.
package struct CarriedItems: Sendable {
  /// One item, ready to be written.
  package struct Entry: Sendable {
    /// The list that the item goes to.
    package let list: ItemList

    /// The fields of the new item, in their order.
    package let fields: [(FieldName, FieldValue)]
  }

  /// The items that are carried on.
  package private(set) var entries: [Entry] = []

  /// Items of one line that cannot be carried before they have ids, by the briefs that have them.
  package private(set) var nameless: [String] = []

  package init(from earlier: [Brief], using generator: inout some RandomNumberGenerator) {
    let answers = earlier.flatMap(\.items).filter { $0.origin != nil }
    var used: Set<String> = []
    for brief in earlier {
      guard let id = brief.id else { continue }
      let open = brief.items.filter { item in
        item.mayTravel && !answers.contains { $0.keeps(item, of: id) }
      }
      if open.contains(where: { $0.id == nil }) { nameless.append(id) }
      let cited = Set(open.flatMap(\.citedEvidence))
      let items = open + brief.items(in: .evidence).filter { $0.id.map(cited.contains) ?? false }
      var newIDs: [String: String] = [:]
      for item in items {
        guard let old = item.id else { continue }
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
  }
}

extension Item {
  /// The ids of the evidence that it rests on.
  fileprivate var citedEvidence: [String] {
    fields.list(.source).compactMap { SourceReference($0.string)?.evidence }
  }

  fileprivate func carried(
    from brief: String, as new: String, _ newIDs: [String: String]
  ) -> [(FieldName, FieldValue)] {
    var result: [(FieldName, FieldValue)] = [(.id, .text(new))]
    for field in fields.all where !field.isEmpty && !Item.leftInPlace.contains(field.name) {
      let values = fields.list(field.name).map(\.string)
      switch (field.specification.count, field.name) {
      case (.one, _): result.append((field.name, .text(values[0])))
      case (.many, .source):
        let sources = values.compactMap { SourceReference.rewritten($0, newIDs) }
        if sources.count == 1 { result.append((field.name, .text(sources[0]))) }
        if sources.count > 1 { result.append((field.name, .words(sources))) }
      case (.many, _):
        let words = values.compactMap { newIDs[$0] }
        if !words.isEmpty { result.append((field.name, .words(words))) }
      }
    }
    return result + [(.carried, .text("\(brief)/\(id ?? "")"))]
  }

  /// What belongs to the earlier brief's own life.
  private static let leftInPlace: Set<FieldName> = [
    .id, .carried, .raised, .withdrawn, .draftedBy, .adoptedBy,
  ]
}

extension SourceReference {
  /// A reference such as `E1#L14` with the evidence's new id; nil where that has none.
  fileprivate static func rewritten(_ text: String, _ newIDs: [String: String]) -> String? {
    guard let reference = SourceReference(text), let new = newIDs[reference.evidence] else {
      return nil
    }
    return new + String(text[reference.evidence.endIndex...])
  }
}
