internal import Briefs

extension SearchAnswer {
  /// What an item or a section that was found is counted as.
  package enum Outcome: String, Sendable, CaseIterable {
    /// It has the words in a handoff that is accepted or later.
    case standing

    /// It had or has them in such a handoff, and was changed without the approvals that it needed.
    case unapproved = "changed without approval"
    case inReview = "in review"
    case inDraft = "in a draft"
    case inReturned = "in a returned handoff"
    case inCancelled = "in a cancelled handoff"
    case withdrawn
    case reworded = "reworded since"
    case moved = "another item now"
    case unknown = "not known to stand"
    case gone = "not there any more"

    init(_ fate: Fate, withdrawn: String?, in status: String?) {
      if withdrawn != nil {
        self = .withdrawn
        return
      }
      switch fate {
      case .stands: self = Outcome(standingIn: status)
      case .reworded: self = .reworded
      case .moved: self = .moved
      case .unknown: self = .unknown
      case .gone: self = .gone
      }
    }

    /// What stands is counted by whether its handoff says that it is accepted.
    init(standingIn status: String?) {
      switch status.flatMap({ Status(rawValue: $0) }) {
      case .draft: self = .inDraft
      case .review: self = .inReview
      case .returned: self = .inReturned
      case .cancelled: self = .inCancelled
      case .accepted, .started, .done, nil: self = .standing
      }
    }

    /// Where it is told: what stands in an accepted handoff, elsewhere, what is withdrawn, the rest.
    var rank: Int {
      switch self {
      case .standing, .unapproved: 0
      case .inReview, .inDraft, .inReturned, .inCancelled: 1
      case .withdrawn: 2
      case .reworded, .moved, .unknown, .gone: 3
      }
    }
  }
}

extension SearchAnswer.Place {
  /// The status of its brief now; nil where the brief is not there or says none.
  package var status: String? {
    if case .there(let status) = state { return status }
    return nil
  }

  /// What it is counted as.
  var outcome: SearchAnswer.Outcome {
    let phases = texts.map(\.phase)
    if phases.contains(.unapproved) { return .unapproved }
    if phases.contains(.inReview) { return SearchAnswer.Outcome(standingIn: status) }
    if texts.contains(where: { $0.stands && $0.withdrawn == nil }) {
      return SearchAnswer.Outcome(standingIn: status)
    }
    let withdrawn = texts.lazy.compactMap(\.withdrawn).first
    return SearchAnswer.Outcome(texts.first?.fate ?? .gone, withdrawn: withdrawn, in: status)
  }
}
