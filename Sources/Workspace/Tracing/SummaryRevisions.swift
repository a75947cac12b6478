package import Briefs
package import Git

/// The revisions of a brief's summary email: the commits that changed its words.
///
/// Layout is no revision, nor is a merge that takes the words of a parent; going back to older words
/// is one. Every clone numbers them alike: what descends from another comes after it, and what does
/// not is in the order of the authors' dates. Records bind to words by digest, so none is lost when
/// history is rewritten.
package struct SummaryRevisions: Sendable {
  /// The revisions, the oldest first.
  package let all: [SummaryRevision]

  /// Records of summaries whose words no revision has that can be read.
  package let unmatched: [Item]

  /// Records of introductions, apart from those of summaries.
  ///
  /// Each holds the digest of the final summary that it carried, but asks for no answer to it.
  package let introductions: [Item]

  /// Where history goes on but cannot be read: older revisions are unknown then, and not counted.
  package let cuts: [HistoryCut]

  /// Finds the revisions that lead to a commit; the records are those of a version that may not be
  /// committed yet.
  package init(
    of brief: Brief, near path: [UInt8]?, at head: ObjectID?, in repository: Repository,
    _ store: BlobStore
  ) throws(GitError) {
    var trace: BriefTrace?
    if let head, let id = brief.id {
      trace = try BriefTrace(of: id, near: path, from: [head], in: repository, store)
    }
    try self.init(of: brief, along: trace, upTo: head)
  }

  /// Finds the revisions that lead to a commit that a trace goes through; of the steps of the trace
  /// only those before the commit count.
  package init(
    of brief: Brief, along trace: BriefTrace?, upTo head: ObjectID?
  ) throws(GitError) {
    let mailed = brief.emails.filter { $0.telling != nil }
    introductions = mailed.filter { $0.isIntroduction }
    guard let head, var trace else {
      (all, unmatched, cuts) = ([], mailed.filter { !$0.isIntroduction }, [])
      return
    }
    let steps = trace.steps(upTo: head)
    var history = SummaryHistory(trace)
    for step in steps.reversed() { try history.add(step) }
    let wordings = history.numbered
    let numbers = mailed.map { record in
      record.isIntroduction ? nil : history.number(of: record, among: wordings)
    }
    all = wordings.indices.map { index in
      SummaryRevision(
        number: index + 1, commit: wordings[index].commit, states: wordings[index].states,
        emails: zip(mailed, numbers).filter { $0.1 == index }.compactMap { record, _ in
          wordings[index].email(record, in: brief)
        })
    }
    unmatched = zip(mailed, numbers).filter { $0.1 == nil && !$0.0.isIntroduction }.map(\.0)
    let walked = Set(steps.map(\.commit))
    cuts = trace.cuts.filter { walked.contains($0.commit) }
  }

  /// The revision with a number; nil where there is none.
  package func revision(_ number: Int) -> SummaryRevision? {
    all.indices.contains(number - 1) ? all[number - 1] : nil
  }

  /// The newest revision that has the summary's words; nil where they are not committed.
  package func newestRevision(withWords digest: String) -> SummaryRevision? {
    all.last { $0.digest.utf8.elementsEqual(digest.utf8) }
  }

  /// The revision that a record speaks of; nil where it is none that can be read.
  package func revision(of record: Item) -> SummaryRevision? {
    all.first { $0.emails.contains { $0.record.span == record.span } }
  }

  /// The summary that was sent last, by the order of the records.
  package var lastSent: (revision: SummaryRevision, email: SummaryRevision.Email)? {
    all.flatMap { revision in revision.emails.map { (revision, $0) } }
      .filter { $0.1.record.string(.sent) != nil }
      .max { $0.1.record.span.lowerBound < $1.1.record.span.lowerBound }
  }

  /// The newest revision that the client confirmed.
  package func lastConfirmed(by policy: Policy) -> SummaryRevision? {
    all.last { $0.isConfirmed(by: policy) }
  }

  /// Whether older revisions may be missing.
  package var isCutShort: Bool { !cuts.isEmpty }
}

extension Brief {
  /// The records of what was sent, in the order of the file.
  fileprivate var emails: [Item] { items.filter { $0.list == .emails } }
}

extension Item {
  fileprivate var isIntroduction: Bool { string(.kind) == "introduction" }
}

extension SummaryHistory.Wording {
  fileprivate func email(_ record: Item, in brief: Brief) -> SummaryRevision.Email? {
    guard let body = record.string(.body),
      let state = states.first(where: { $0.digests.contains(body) }),
      let content = state.digests.content(of: state.brief, body: body)
    else { return nil }
    let isFinal = content.kind == .final
    return SummaryRevision.Email(
      record: record, holder: brief, content: content,
      includesTerms: isFinal && !state.digests.final.utf8.elementsEqual(body.utf8))
  }
}
