package import Briefs
package import Git
package import Workspace

/// One item of an answer: its words, and all that history knows of them.
package struct LedgerItem: Sendable {
  /// Whether an item holds.
  package enum Standing: String, Sendable, CaseIterable {
    /// It is in the brief, or in the words accepted last where those are shown.
    case stands

    /// It was retired with a reason, and is in the brief.
    case withdrawn

    /// It was lost: it is not in the brief any more.
    case gone
  }

  /// The item as it was at the moment asked about, or as it was accepted last; the last words of one
  /// that is gone.
  package let item: Item

  /// Whether it holds.
  package let standing: Standing

  /// What bounds it: the ids of exclusions with their words, where the brief has them.
  package let bounds: [(id: String, words: String?)]

  /// The changes up to the moment, the first of which added it, the oldest first.
  package let changes: [LedgerChange]

  /// The changes since the moment.
  package let since: [LedgerChange]

  /// The approvals that cover it.
  package let approvals: [ItemApproval]

  /// The emails that held its words, the oldest first.
  package let emails: [ItemEmail]

  /// Whether the client has the words in writing; nil where that cannot be told.
  package let isInWriting: Bool?

  /// What the brief as it is makes of it, where the words accepted last are shown; nil where it stays
  /// as accepted.
  package let proposal: ItemChange?

  /// Who added it, and when; nil where that cannot be read.
  package var added: LedgerChange? {
    changes.first.flatMap { $0.event.isCutShort ? nil : $0 }
  }

  /// The change that withdrew it or lost it; nil where it stands.
  package var ending: LedgerChange? {
    switch standing {
    case .stands: nil
    case .gone: changes.last { $0.event.isLoss }
    case .withdrawn: settledChanges.last { $0.event.isWithdrawal } ?? settledChanges.last
    }
  }

  /// The changes that made it what is shown: those that nobody accepted only where all are.
  private var settledChanges: [LedgerChange] {
    let settled = changes.filter { $0.phase == .settled }
    return settled.isEmpty ? changes : settled
  }

  /// The other wordings that it ever had, the oldest first, each with the change that gave it.
  package var otherWordings: [(words: String, change: LedgerChange)] {
    var wordings: [(words: String, change: LedgerChange)] = []
    for change in settledChanges where !change.event.isLoss {
      guard let words = change.event.change.item.telling?.string else { continue }
      if let last = wordings.last, last.words.saysTheSame(as: words) { continue }
      wordings.append((words, change))
    }
    return wordings.filter { !$0.words.saysTheSame(as: item.telling?.string ?? "") }
  }
}

/// One change of an item with who made it.
package struct LedgerChange: Sendable {
  /// What changed.
  package let event: ItemEvent

  /// Who changed it, and when.
  package let deed: Deed

  /// Whether it was accepted.
  package var phase = Phase.settled

  /// Where a change stands against the version that was accepted last.
  package enum Phase: Sendable {
    /// It was made up to there, or the brief is shown as it is.
    case settled

    /// It came since, in a review, and so is only proposed.
    case inReview

    /// It came since, while the brief said that it was accepted or cancelled, without the approvals
    /// that it needed.
    case unapproved
  }
}

/// An approval, and whether it was given for an item's words.
package struct ItemApproval: Sendable {
  /// Which words it was given for.
  package enum Words: String, Sendable, CaseIterable {
    /// The item's words as they are shown.
    case same

    /// The item with other words.
    case other

    /// A state of the brief that history does not have.
    case unknown
  }

  /// The approval, and what proves it.
  package let approval: ProvenApproval

  /// Which words of the item it was given for.
  package let words: Words

  /// The version of the brief whose record it is, and for which it counts or not.
  package let version: ObjectID

  /// Whether it came behind the version that was accepted last.
  package let isSinceAccepted: Bool
}

/// An email that held an item's words.
package struct ItemEmail: Sendable {
  /// The record, with what was sent.
  package let email: SummaryRevision.Email

  /// The revision of the summary that it was.
  package let revision: Int

  /// The earlier words of the item that it held; nil where it held those that are shown.
  package let earlierWords: String?
}

extension ItemEvent {
  fileprivate var isWithdrawal: Bool {
    if case .withdrawn = change.kind { return true }
    return false
  }
}

extension String {
  func saysTheSame(as other: String) -> Bool {
    collapsingWhiteSpace.utf8.elementsEqual(other.collapsingWhiteSpace.utf8)
  }
}
