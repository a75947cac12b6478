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
      !previousJudged.contains { $0.approvals.contains { $0.isSameRecord(as: approval) } }
    }
  }

  /// The approvals of a side of a merge that another policy judged.
  var approvalsJudgedElsewhere: [Approval] {
    if previousJudgedHere.count == previous.count { return [] }
    return brief.approvals.filter { approval in
      let holders = previous.filter { $0.approvals.contains { $0.isSameRecord(as: approval) } }
      let isKnownHere = previousJudgedHere.contains {
        $0.approvals.contains { $0.isSameRecord(as: approval) }
      }
      return !holders.isEmpty && !isKnownHere
    }
  }

  /// The returns, waivers and incidents, the adoptions of drafts, and the reasons to start without
  /// the client's answer, that no version before has with the same words.
  var addedRecords: [AddedRecord] {
    brief.items.compactMap { item -> AddedRecord? in
      let name: FieldName =
        switch item.list {
        case .returns, .waivers, .incidents: .by
        case .emails: .repliedBy
        default: .adoptedBy
        }
      if item.list == .emails { return excuse(item) }
      guard item.list != .approvals, let by = item[name], !isKnown(item, name, by.string) else {
        return nil
      }
      return AddedRecord(item: item, name: name, by: by)
    }
  }

  /// What the receiver says of a silent client, where no version before has it.
  private func excuse(_ item: Item) -> AddedRecord? {
    guard item.isExcuse, let by = item[.repliedBy] else { return nil }
    let words = item.answerWords
    let isKnown = previous.contains { version in
      version.items(in: .emails).contains { $0.isExcuse && $0.answerWords == words }
    }
    return isKnown ? nil : AddedRecord(item: item, name: .repliedBy, by: by)
  }

  /// Whether a version before says the same; an adoption is also known by the brief that the item
  /// was carried from.
  private func isKnown(_ item: Item, _ name: FieldName, _ by: String) -> Bool {
    let isInVersionBefore = zip(previous, differences).contains { version, difference in
      version.items(in: item.list).contains { $0.id == item.id && $0.names(by, as: name) }
        && (name == .adoptedBy || !difference.rewords(item))
    }
    if isInVersionBefore || name != .adoptedBy { return isInVersionBefore }
    return origin(of: item)?.names(by, as: name) ?? false
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

extension BriefDifference {
  /// Whether a record says something else than it did; that it was answered is nothing else.
  fileprivate func rewords(_ record: Item) -> Bool {
    let stated: [FieldName] = [
      .rule, .reason, .until, .at, .reasons, .items, .note, .kind, .text, .field, .minutes,
    ]
    return items.contains { change in
      change.list == record.list && change.item.span == record.span
        && change.fields.contains { stated.contains($0.name) }
    }
  }
}

extension Item {
  /// What the record of an email says of the email and of its answer.
  var answerWords: [[UInt8]] {
    [FieldName.kind, .body, .sent, .reply, .replied, .repliedBy, .note].map { name in
      string(name).map { Array($0.utf8) } ?? []
    }
  }

  /// Whether the record of an email says why the work may start though nobody answered it.
  fileprivate var isExcuse: Bool { string(.reply) == EmailRecord.Reply.silence.rawValue }

  fileprivate func names(_ address: String, as name: FieldName) -> Bool {
    string(name)?.asciiLowercased.utf8.elementsEqual(address.asciiLowercased.utf8) ?? false
  }
}
