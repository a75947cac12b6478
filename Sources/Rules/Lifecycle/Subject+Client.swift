internal import Briefs
internal import Diagnostics
internal import Markdown

extension Subject {
  /// Whether the brief was taken over as one that had started, before the client was asked here.
  var isStartTakenOver: Bool {
    let takeover = policy.imported.first { $0.id == brief.id }
    return (takeover?.status.isStartedOrLater ?? false) && isTakenOver
  }

  /// Where a finding about an email points: what was rendered, else the brief's id.
  func bodySpan(of record: EmailRecord?) -> Range<Int> {
    record?.item[.body]?.span ?? brief.anchor(of: .emails)
  }
}

extension SummaryContent {
  /// What a brief promises and excludes towards the client, without the rest of the summary.
  init(agreedIn brief: Brief) {
    self.init(of: brief, summary: MarkdownDocument([]), kind: .final)
  }
}

/// The digests of the running deal's summaries, for the examples of rules.
///
/// A test compares them with the brief that examples change.
package enum AcmeSummary {
  /// The digest of its final summary.
  package static let final =
    "sha256:09e36d34d51712d5b7cb4c03c69d9825d335b53766a1ce4c2f553012e9a983bd"

  /// The digest of its summary after a call.
  package static let call =
    "sha256:26289efaa0ec4e7f379dc9a140057d6df56c3ca87fdd7d7403552613ecc9eac3"
}
