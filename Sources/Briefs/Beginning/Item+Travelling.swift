extension Item {
  /// Whether the next brief of the account must carry it on: what is still open of it.
  package var mustTravel: Bool {
    guard !isWithdrawn, telling != nil, self[.draftedBy] == nil || self[.adoptedBy] != nil else {
      return false
    }
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
}
