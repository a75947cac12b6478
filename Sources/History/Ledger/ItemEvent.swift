package import Briefs
package import Git

/// One change of one item in one commit.
package struct ItemEvent: Sendable {
  /// The commit that made the change.
  package let commit: ObjectID

  /// Where the brief stands behind it.
  package let path: [UInt8]

  /// What became of the item, against the version before; of a merge, against the first parent whose
  /// words were not taken as they were.
  package let change: ItemChange

  /// Whether a merge made it: neither side alone had the item so.
  package let isMerge: Bool

  /// Whether the version before cannot be read: the change may be older than the
  /// commit.
  package let isCutShort: Bool

  /// Whether that is since only its file cannot be read, and history goes on before it.
  package let isBehindUnread: Bool

  /// What it was known by behind the change.
  let key: ItemKey

  /// The changes just before this one, by their places; none where the item begins.
  let earlier: [Int]

  /// Whether the item is not in the brief any more.
  package var isLoss: Bool { change.drop != nil }

  /// Whether an item that was lost is there again.
  package var isReturn: Bool { !earlier.isEmpty && change.kind.isAddition }
}

extension ItemChange.Kind {
  var isAddition: Bool {
    if case .added = self { return true }
    return false
  }
}
