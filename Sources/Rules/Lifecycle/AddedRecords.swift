internal import Briefs

/// A statement of the brief that somebody made, and that this change adds.
struct AddedRecord {
  let item: Item

  /// The field that names the person.
  let name: FieldName
  let by: Text
}

extension Subject {
  /// The approvals that none of the versions before has.
  var addedApprovals: [Approval] {
    brief.approvals.filter { approval in
      !previous.contains { $0.approvals.contains { $0.isSameRecord(as: approval) } }
    }
  }

  /// The returns, waivers and incidents, and the adoptions of drafts, that no version before has.
  var addedRecords: [AddedRecord] {
    brief.items.compactMap { item -> AddedRecord? in
      let name: FieldName =
        switch item.list {
        case .returns, .waivers, .incidents: .by
        default: .adoptedBy
        }
      guard item.list != .approvals, let by = item[name], !isKnown(item, name, by.string) else {
        return nil
      }
      return AddedRecord(item: item, name: name, by: by)
    }
  }

  /// Whether a version before says the same, or the brief that the item was carried from does.
  private func isKnown(_ item: Item, _ name: FieldName, _ by: String) -> Bool {
    let isInVersionBefore = previous.contains { version in
      version.items(in: item.list).contains { $0.id == item.id && $0.names(by, as: name) }
    }
    return isInVersionBefore || origin(of: item)?.names(by, as: name) ?? false
  }

  /// The item of an earlier brief that an item says it was carried from.
  private func origin(of item: Item) -> Item? {
    guard let carried = item.string(.carried), Identifiers.isForeignItem(carried) else {
      return nil
    }
    let parts = carried.split(separator: "/").map { String($0) }
    return surroundings.brief(parts[0])?.item(parts[1], in: item.list)
  }
}

extension Item {
  fileprivate func names(_ address: String, as name: FieldName) -> Bool {
    string(name)?.asciiLowercased.utf8.elementsEqual(address.asciiLowercased.utf8) ?? false
  }
}
