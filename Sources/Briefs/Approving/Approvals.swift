/// One role's signed-off state of the covered words, as a record in the brief says it.
package struct Approval: Sendable {
  /// The record as it stands in the brief.
  package let item: Item

  /// The role that approves, such as `sales`.
  package let role: String

  /// The address of whoever approves.
  package let by: String

  /// When it was given; nil where that cannot be read.
  package let at: Instant?

  /// The digest of the words that it covers.
  package let covers: String

  /// Whether the record carries a signature; whether that is valid is another question.
  package let isSigned: Bool

  /// Reads a record; nil where it does not say who approved what in which role.
  package init?(_ item: Item) {
    guard item.list == .approvals, let role = item.string(.role), let by = item.string(.by),
      let covers = item.string(.covers)
    else { return nil }
    self.item = item
    self.role = role.canonicalWords
    self.by = by.asciiLowercased
    at = item.fields.instant(.at)
    self.covers = covers
    isSigned = item.string(.signature) != nil
  }

  /// The armoured signature, as it stands in the record.
  package var signature: String? { item.string(.signature) }

  /// Whether another record says the same, whatever its layout.
  package func isSameRecord(as other: Approval) -> Bool {
    [FieldName.role, .by, .at, .covers, .signature].allSatisfy { name in
      let own = item.string(name)?.canonicalWords ?? ""
      return own.utf8.elementsEqual((other.item.string(name)?.canonicalWords ?? "").utf8)
    }
  }
}

extension Brief {
  /// The approvals on record, in the order of the file.
  package var approvals: [Approval] {
    items.compactMap { $0.list == .approvals ? Approval($0) : nil }
  }

  /// The newest approval of each role, sorted by role: only these count.
  ///
  /// The newest is the last by `at`; of two at the same instant, the one further down.
  package var newestApprovals: [Approval] {
    var newest: [Approval] = []
    for approval in approvals {
      guard let index = newest.firstIndex(where: { $0.role == approval.role }) else {
        newest.append(approval)
        continue
      }
      if !newest[index].isLater(than: approval) { newest[index] = approval }
    }
    return newest.sorted { $0.role.utf8.lexicographicallyPrecedes($1.role.utf8) }
  }

  /// The approval of a role that counts: its newest.
  package func newestApproval(as role: String) -> Approval? {
    newestApprovals.first { $0.role.utf8.elementsEqual(role.utf8) }
  }

  /// Whether an approval's words are the brief's words still.
  package func isCovered(by approval: Approval) -> Bool {
    ApprovalDigest.digest(of: self, role: approval.role).utf8.elementsEqual(approval.covers.utf8)
  }
}

extension Approval {
  /// Whether it was given later than another.
  ///
  /// A record without a readable instant is earlier than any that has one.
  package func isLater(than other: Approval) -> Bool {
    guard let at else { return false }
    guard let otherAt = other.at else { return true }
    return otherAt < at
  }
}
