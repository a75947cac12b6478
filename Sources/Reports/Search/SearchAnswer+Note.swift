internal import Briefs
internal import History

extension SearchAnswer.Place {
  /// The state of its brief now, and whether somebody accepted what stands there.
  var note: String? {
    switch state {
    case .there(let status): status.map(note)
    case .gone: "not in the tree any more"
    case .unread: "its file cannot be read as a brief, so what stands in it is not known"
    }
  }

  private func note(on status: String) -> String {
    let promised = "handoff promised \(brief ?? "")"
    let last = "; the words accepted last: \(promised)"
    let isBack = agreement?.isBackInReview ?? false
    switch Status(rawValue: status) {
    case .draft, .review, .returned:
      return "\(status): not accepted as it stands" + (isBack ? last : "")
    case .accepted, .started, .done, .cancelled:
      guard let agreement else { return "\(status) in its file; what was accepted: \(promised)" }
      if isBack { return status + last }
      if agreement.isReworded {
        return "\(status), but changed since without the approvals that it needed\(last)"
      }
      guard let acceptance = agreement.acceptance, acceptance.laterApprovals == nil,
        let lacks = acceptance.lacksInWords
      else { return status }
      return "\(status), but \(lacks)"
    case nil: return status
    }
  }
}
