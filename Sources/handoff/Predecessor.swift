internal import Briefs
internal import Diagnostics
internal import Workspace

/// What a new brief takes from the one before it, apart from the items.
struct Predecessor {
  let account: String?
  let deal: String?

  /// Who took that brief over, where they are still there: they hand the next one on.
  let receiver: String?

  /// The words that the client confirmed last, else the latest; nil where there are none.
  let summary: SummaryContent?

  /// Which words these are, for the person who begins the new brief.
  let words: String

  init(_ brief: Brief, in file: FileVersion, _ session: Session) throws {
    let name = brief.id ?? file.stem
    account = brief.fields.string(.account)
    deal = brief.fields.string(.deal)
    receiver = brief.fields.string(.to).flatMap { address in
      session.policy.person(address)?.isActive(on: Environment.today) == true ? address : nil
    }
    let revisions = try session.summaryRevisions(of: brief, in: file)
    revisions.warnOfCut()
    let latest = SummaryContent(of: brief, kind: .call)
    if let confirmed = revisions.lastConfirmed(by: session.policy) {
      summary = confirmed.content()
      let isLatest = confirmed.digest.utf8.elementsEqual(latest.digest.utf8)
      words =
        "the summary is revision \(confirmed.number) of \(name), which the client confirmed"
        + (isLatest ? "" : "; what was written since is not in it")
    } else {
      summary = latest.sections.isEmpty ? nil : latest
      words =
        latest.sections.isEmpty
        ? "\(name) has no summary to carry on"
        : "the summary is the latest of \(name); the client has confirmed none"
    }
  }
}
