package import Briefs
package import Git

/// One wording of a brief's summary email, and the commit that wrote it.
package struct SummaryRevision: Sendable {
  /// The place among the revisions, from 1, the oldest.
  package let number: Int

  /// The commit that wrote the words: its author says who and when.
  package let commit: Commit

  /// The states of the brief that had these words, oldest first; never empty.
  ///
  /// What a final summary adds to the words, promises and exclusions, may differ between them.
  package let states: [State]

  /// The summaries with these words that are on record as rendered, in the brief's order.
  package let emails: [Email]

  /// A state of the brief in which something was rendered as in no state before.
  package struct State: Sendable {
    /// The commit that left the brief so.
    package let commit: ObjectID

    /// The brief as it was.
    package let brief: Brief

    /// What tells its summaries from those of others.
    package let digests: SummaryDigests
  }

  /// A record of the brief with the words that it speaks of.
  package struct Email: Sendable {
    /// The record under `emails`.
    package let record: Item

    /// The version of the brief that holds the record.
    package let holder: Brief

    /// What the client was sent.
    package let content: SummaryContent

    /// Whether it was sent with the custom terms.
    package let includesTerms: Bool
  }

  /// The digest of the summary after a call: what the revision is told by.
  package var digest: String { states[0].digests.call }

  /// The brief as it was last while its summary had these words.
  package var brief: Brief { states[states.count - 1].brief }

  /// What a client reads of the revision; of a final summary, as it was last.
  package func content(
    _ kind: SummaryContent.Kind = .call, includesTerms: Bool = false
  ) -> SummaryContent {
    SummaryContent(of: brief, kind: kind, includesTerms: includesTerms)
  }

  /// Whether the client confirmed the words, and took nothing of it back later.
  package func isConfirmed(by policy: Policy) -> Bool {
    let answered = emails.filter { email in
      email.record.string(.reply).map { $0 != EmailRecord.Reply.silence.rawValue } ?? false
    }
    guard let email = answered.last, let record = EmailRecord(email.record) else { return false }
    return record.answer(by: KnownClient(of: email.holder, by: policy)) == .confirmed
  }
}
