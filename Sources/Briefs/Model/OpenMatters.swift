internal import Diagnostics
internal import Markdown

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

  /// The newest return where its reasons are not answered; none where it only opened the brief again.
  package var unansweredReturn: Item? {
    guard let last = lastReturn, last.string(.answer)?.isBlank ?? true,
      last.fields.list(.reasons).contains(where: { $0.string != "reopened" })
    else { return nil }
    return last
  }

  /// What the client may consider agreed, of which it is not clear what becomes.
  package var unsettledExpectations: [Item] {
    standingItems(in: .expectations).filter { !settles($0) }
  }

  /// The people of the client who are against it.
  package var opposingStakeholders: [Item] {
    standingItems(in: .stakeholders).filter { $0.string(.stance) == "against" }
  }

  /// The addresses of those who heard an item said, where it rests on nothing else; nil where a
  /// record holds it, where it names no source, or once the client has confirmed it in writing.
  package func witnesses(of item: Item, by policy: Policy) -> [String]? {
    let sources = item.fields.list(.source).map { SourceReference($0.string)?.evidence }
    if sources.isEmpty { return nil }
    var people: [String] = []
    for source in sources {
      guard let record = source.flatMap({ self.item($0, in: .evidence) }),
        record.string(.kind) == "spoken"
      else { return nil }
      guard let person = record.string(.by)?.asciiLowercased, !people.contains(person) else {
        continue
      }
      people.append(person)
    }
    return hasConfirmed(item, policy) ? nil : people
  }

  /// Whether the client confirmed the words of a promise or an exclusion, all as they are now.
  private func hasConfirmed(_ item: Item, _ policy: Policy) -> Bool {
    guard item.list == .promises || item.list == .exclusions, !item.isWithdrawn else {
      return false
    }
    let confirmed = emailRecords.filter {
      $0.kind == .final && $0.reply == .confirmed
    }
    if confirmed.isEmpty { return false }
    let client = KnownClient(of: self, by: policy)
    let summary = MarkdownDocument(source.bytes[body])
    let digests = SummaryContent.digests(of: self, summary: summary, kind: .final)
    return confirmed.contains { record in
      record.answer(by: client) == .confirmed && digests.contains { record.carries($0) }
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
  /// Whether it is a risk that nobody has mitigated, accepted or closed.
  package var isOpenRisk: Bool {
    list == .risks && !["mitigated", "accepted", "closed"].contains(string(.status) ?? "open")
  }

  /// Whether it is a promise that is still to be kept.
  package var isOpenPromise: Bool {
    list == .promises && !isWithdrawn && (string(.state) ?? "open") == "open"
  }

  /// Whether it is a risk that stops the work and is not settled.
  package var isOpenBlocker: Bool {
    list == .risks && string(.blocker) == "true" && (string(.status) ?? "open") == "open"
  }
}
