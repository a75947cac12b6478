// What keeps a brief from going on.
extension Brief {
  /// The questions that stand without an answer.
  package var openQuestions: [Item] {
    standingItems(in: .questions).filter { $0.string(.answer)?.isBlank ?? true }
  }

  /// The newest return that stands; of two at the same instant, the one further down.
  package var lastReturn: Item? {
    standingItems(in: .returns).reduce(nil) { last, item in
      guard let before = last?.fields.instant(.at) else { return item }
      guard let at = item.fields.instant(.at) else { return last }
      return at < before ? last : item
    }
  }

  /// Whether it is clear what becomes of an expectation.
  ///
  /// An id that no promise or exclusion has is a fault of its own, not an open expectation.
  package func settles(_ expectation: Item) -> Bool {
    guard let settled = expectation.string(.settled)?.collapsingWhiteSpace, !settled.isBlank else {
      return false
    }
    let declined = "declined:"
    if settled.utf8.starts(with: declined.utf8) {
      return !String(settled.dropFirst(declined.count)).isBlank
    }
    guard Identifiers.isItemID(settled) else { return false }
    let item = item(settled, in: .promises) ?? item(settled, in: .exclusions)
    return item.map { !$0.isWithdrawn } ?? true
  }
}

extension Item {
  /// Whether it is a risk that stops the work and is not settled.
  package var isOpenBlocker: Bool {
    list == .risks && string(.blocker) == "true" && (string(.status) ?? "open") == "open"
  }
}
