extension Item {
  /// Whether the next brief of the account must carry it on: what is still open of it.
  package var mustTravel: Bool {
    guard isStanding else { return false }
    switch list {
    case .promises: return string(.state) ?? "open" == "open"
    case .exclusions, .customTerms, .objections, .sensitivities: return true
    case .expectations: return self[.settled] == nil
    case .risks: return string(.status) ?? "open" == "open"
    case .stakeholders, .successCriteria, .requirements, .support, .questions, .evidence,
      .approvals, .returns, .emails, .incidents, .waivers, .leftBehind:
      return false
    }
  }

  /// Whether a new brief of the account begins with it, though it need not stay there.
  var mayTravel: Bool {
    switch list {
    case .stakeholders: isStanding
    case .requirements: isStanding && string(.status) ?? "open" == "open"
    default: mustTravel
    }
  }

  /// The item of an earlier brief, such as `acme-sdr/P2`, that this one carries on or leaves behind.
  package var origin: String? {
    if list == .leftBehind { return string(.reason)?.isBlank ?? true ? nil : string(.item) }
    return telling == nil ? nil : string(.carried)
  }

  /// Whether it answers for an item of an earlier brief: carries it on as what it is, or leaves it
  /// behind with a reason.
  ///
  /// An expectation may have been settled by a promise or an exclusion, and what was only inferred to
  /// be promised may have become an expectation.
  package func keeps(_ item: Item, of brief: String) -> Bool {
    guard let id = item.id, let origin, origin.utf8.elementsEqual("\(brief)/\(id)".utf8) else {
      return false
    }
    switch (item.list, list) {
    case (_, .leftBehind), (.expectations, .promises), (.expectations, .exclusions): return true
    case (.promises, .expectations): return item.string(.confidence) == "inferred"
    default: return list == item.list
    }
  }

  /// Whether it says something, was not withdrawn, and is a person's.
  private var isStanding: Bool {
    !isWithdrawn && telling != nil && (self[.draftedBy] == nil || self[.adoptedBy] != nil)
  }
}
