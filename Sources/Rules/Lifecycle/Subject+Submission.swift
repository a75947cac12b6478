internal import Briefs

extension Subject {
  /// The versions before that said who must approve, and that this change is held to.
  ///
  /// A draft says so only once it is submitted; what is accepted is held to the version before in
  /// any case.
  var submittedVersions: [Brief] {
    guard let status = brief.status, !status.isOpenForWriting else { return [] }
    return previous.filter {
      status.isAcceptedOrLater || !($0.status?.isOpenForWriting ?? true)
    }
  }
}
