/// What became of one item between two versions of a brief.
package struct ItemChange: Sendable {
  /// What became of an item.
  package enum Kind: Sendable {
    case added

    /// Its words or another field changed; this covers rewording, which is no drop.
    case changed

    /// It was retired with a reason and stays in the file.
    case withdrawn(reason: Text)

    /// It was known by its words alone, or shared its id with another item, and now has its own.
    case identified

    /// An inferred promise of a draft that now is an expectation under its words.
    case moved

    case dropped(Drop)
  }

  /// How an item was lost.
  package struct Drop: Sendable {
    /// Why an item counts as dropped.
    package enum Reason: Sendable {
      /// Nothing in its list has its id; of an item without one, its words.
      case gone

      /// Its id is there, but the field that says what it is has no words left.
      case blank

      /// The file cannot be read as a whole any more.
      case unreadable
    }

    /// Why it counts as dropped.
    package let reason: Reason

    /// An item that this version adds under the same words or, in another list, the same id.
    package let lookalike: Item?
  }

  /// What became of the item.
  package let kind: Kind

  /// The item as it is now; as it was, where it is gone.
  package let item: Item

  /// The item as it was; nil where it is new.
  package let previousItem: Item?

  /// The fields that differ, the id left out; none where it was added or is gone.
  package let fields: [FieldChange]

  /// The list that the item stood in, else the list that it was added to.
  package var list: ItemList { (previousItem ?? item).list }

  /// How it was lost; nil where it was not.
  package var drop: Drop? {
    if case .dropped(let drop) = kind { return drop }
    return nil
  }
}

extension ItemChange {
  static func added(_ item: Item) -> ItemChange {
    ItemChange(kind: .added, item: item, previousItem: nil, fields: [])
  }

  static func dropped(
    _ item: Item, _ reason: Drop.Reason, remains: Item? = nil, lookalike: Item? = nil
  ) -> ItemChange {
    ItemChange(
      kind: .dropped(Drop(reason: reason, lookalike: lookalike)), item: remains ?? item,
      previousItem: item, fields: [])
  }

  /// What changed of an item that is still there; nil where nothing did.
  static func between(_ old: Item, _ new: Item, hasNewID: Bool) -> ItemChange? {
    let specifications = Catalogue.fields(of: old.list).filter { $0.name != .id }
    let fields = FieldChange.changes(from: old.fields, to: new.fields, of: specifications)
    let kind: Kind
    if !old.isWithdrawn, new.isWithdrawn, let reason = new[.withdrawn] {
      kind = .withdrawn(reason: reason)
    } else if hasNewID {
      kind = .identified
    } else if fields.isEmpty {
      return nil
    } else {
      kind = .changed
    }
    return ItemChange(kind: kind, item: new, previousItem: old, fields: fields)
  }

  /// A promise that became an expectation, with the fields that both lists know.
  static func moved(_ old: Item, to new: Item) -> ItemChange {
    let shared = Catalogue.fields(of: new.list).filter { specification in
      specification.name != .id
        && Catalogue.fields(of: old.list).contains { $0.name == specification.name }
    }
    return ItemChange(
      kind: .moved, item: new, previousItem: old,
      fields: FieldChange.changes(from: old.fields, to: new.fields, of: shared))
  }
}
