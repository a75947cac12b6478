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
    case reworded = "reworded since"
    case moved = "another item now"
    case unknown = "not known to stand"
    case gone = "not there any more"
  }

  /// What it is counted as: what stands, by whether that was accepted.
  var outcome: Outcome {
    switch standing {
    case .stands: break
    case .withdrawn: return .withdrawn
    case .gone:
      switch texts.first?.fate {
      case .reworded: return .reworded
      case .moved: return .moved
      case .unknown: return .unknown
      case .stands, .gone, nil: return .gone
      }
    }
    switch status.flatMap({ Status(rawValue: $0) }) {
    case .draft: return .inDraft
    case .review: return .inReview
    case .returned: return .inReturned
    case .cancelled: return .inCancelled
    case .accepted, .started, .done, nil: return .standing
    }
  }

  /// The status of its brief now; nil where the brief is not there or says none.
  var status: String? {
    if case .there(let status) = state { return status }
    return nil
  }

  /// The state of its brief now, and whether somebody accepted what stands there.
  var note: String? {
    switch state {
    case .there(let status): return status.map { SearchAnswer.Place.note(on: $0) }
    case .gone: return "not in the tree any more"
    case .unread: return "its file cannot be read as a brief, so what stands in it is not known"
    }
  }

  private static func note(on status: String) -> String {
    switch Status(rawValue: status) {
    case .draft, .review, .returned: return "\(status): not accepted as it stands"
    case .accepted, .started, .done, .cancelled, nil: return status
    }
  }
}
