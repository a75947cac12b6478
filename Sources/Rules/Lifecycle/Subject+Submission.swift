internal import Briefs

extension Subject {
  /// The versions before that said who must approve, and that this change is held to.
  ///
  /// A draft says so only once it is submitted; what is accepted is held to the version before in
  /// any case.
  var submittedVersions: [Brief] {
    guard let status = brief.status, !status.isOpenForWriting else { return [] }
    let submitted = previous.filter { !($0.status?.isOpenForWriting ?? true) }
    if !submitted.isEmpty { return submitted }
    return status.isAcceptedOrLater ? previous : []
  }

  /// The versions before that say whose handoff it is: in a merge, a side where it is still being
  /// written has no say over one where it was submitted.
  var versionsWithSay: [Brief] {
    let submitted = previous.filter { !($0.status?.isOpenForWriting ?? true) }
    return submitted.isEmpty ? previous : submitted
  }
}
