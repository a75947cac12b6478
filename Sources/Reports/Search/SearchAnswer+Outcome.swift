internal import Briefs
internal import History

extension SearchAnswer.Place {
  /// What an item or a section that was found is counted as.
  enum Outcome: String, CaseIterable {
    case standing
    case inReview = "in review"
    case inDraft = "in a draft"
    case inReturned = "in a returned handoff"
    case inCancelled = "in a cancelled handoff"
    case withdrawn
    case gone = "not there any more"
  }

  /// What it is counted as: what stands, by whether that was accepted.
  var outcome: Outcome {
    switch standing {
    case .stands: break
    case .withdrawn: return .withdrawn
    case .gone: return .gone
    }
    switch status.flatMap({ Status(rawValue: $0) }) {
    case .draft: return .inDraft
    case .review: return .inReview
    case .returned: return .inReturned
    case .cancelled: return .inCancelled
    case .accepted, .started, .done, nil: return .standing
    }
  }

  /// The state of its brief now, and whether somebody accepted what stands there.
  var state: String? {
    guard let status else { return nil }
    switch Status(rawValue: status) {
    case .draft, .review, .returned: return "\(status): not accepted as it stands"
    case .accepted, .started, .done, .cancelled, nil: return status
    }
  }
}
