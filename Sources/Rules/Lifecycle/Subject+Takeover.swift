internal import Briefs

extension Subject {
  /// Whether the brief was taken over in a later state, and its words are those taken over.
  ///
  /// Its first commit is taken in the status that the policy names. From then on it stands without
  /// approvals for as long as each change leaves the covered words alone.
  var isTakenOver: Bool {
    guard let takeover = policy.imported.first(where: { $0.id == brief.id }) else { return false }
    if previous.isEmpty { return brief.status == takeover.status }
    return previous.contains { version in
      version.status?.isAcceptedOrLater ?? false && version.approvals.isEmpty
        && CoveredWords(of: version, role: Person.sales)
          == CoveredWords(of: brief, role: Person.sales)
    }
  }
}
