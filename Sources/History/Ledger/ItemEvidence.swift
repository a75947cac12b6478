internal import Briefs
internal import Git
internal import Workspace

/// An approval on record, with the version of the brief that it covers.
struct GivenApproval {
  let proven: ProvenApproval

  /// Nil where no version that can be read has the words that it covers.
  let covered: Brief?

  /// The version that it is on record in, and counts for or not.
  let version: ObjectID

  /// Whether it came behind the version that was accepted last.
  let isSinceAccepted: Bool
}

/// What speaks for an item's words: who approved them, and which email the client has them in.
struct ItemEvidence {
  private let approvals: [GivenApproval]

  /// The emails that were sent, the oldest first, with what the client reads in each.
  private let sent: [(email: SummaryRevision.Email, revision: Int, text: WrittenText)]

  /// Whether there may be emails whose words cannot be read.
  private let isUnknown: Bool

  /// Takes approvals and the revisions of the summary, of a history that may be cut short.
  init(approvals: [GivenApproval], revisions: SummaryRevisions, isCutShort: Bool) {
    self.approvals = approvals
    isUnknown = isCutShort || !revisions.unmatched.isEmpty
    sent = revisions.all.flatMap { revision in
      // Many records may speak of the same words.
      var texts: [String?: WrittenText] = [:]
      return revision.emails.filter { $0.record.string(.sent) != nil }.map { email in
        let body = email.record.string(.body)
        let text = texts[body] ?? WrittenText(email.content)
        texts[body] = text
        return (email, revision.number, text)
      }
    }
  }

  struct Answers {
    let approvals: [ItemApproval]
    let emails: [ItemEmail]
    let isInWriting: Bool?
  }

  func answers(on item: Item, after changes: [LedgerChange]) -> Answers {
    let emails = emails(on: item, after: changes)
    let isInWriting = emails.contains { $0.earlierWords == nil }
    return Answers(
      approvals: approvals.compactMap { approval(of: item, $0) },
      emails: emails, isInWriting: isInWriting ? true : isUnknown ? nil : false)
  }

  private func approval(of item: Item, _ given: GivenApproval) -> ItemApproval? {
    guard item.isCovered(by: given.proven.approval.role) else { return nil }
    var words = ItemApproval.Words.unknown
    if let covered = given.covered {
      guard let id = item.id, let approved = covered.item(id, in: item.list) else { return nil }
      words = approved.coveredWords == item.coveredWords ? .same : .other
    }
    return ItemApproval(
      approval: given.proven, words: words, version: given.version,
      isSinceAccepted: given.isSinceAccepted)
  }

  private func emails(on item: Item, after changes: [LedgerChange]) -> [ItemEmail] {
    if sent.isEmpty { return [] }
    var wordings: [Wording] = []
    var lines: Set<[UInt8]> = []
    let versions = changes.reversed().filter { !$0.event.isLoss }.map(\.event.change.item)
    for wording in ([item] + versions).compactMap({ Wording($0) })
    where lines.insert(Array(wording.line.utf8)).inserted {
      wordings.append(wording)
    }
    return sent.compactMap { email, revision, text in
      let carried = wordings.firstIndex { text.holds($0, of: item.list) }
      return carried.map { place in
        ItemEmail(
          email: email, revision: revision,
          earlierWords: place == 0 ? nil : wordings[place].line)
      }
    }
  }
}

extension Item {
  /// The words that approvals cover, field by field.
  fileprivate var coveredWords: [[String]] {
    Catalogue.fields(of: list).filter(\.isCovered).map { field in
      fields.list(field.name).map(\.string.canonicalWords).sorted()
    }
  }
}
