internal import Diagnostics
internal import Markdown

/// The digests of all summaries that one state of a brief can be rendered as.
package struct SummaryDigests: Sendable, Hashable {
  /// Of the summary after a call: what a revision is told by.
  package let call: String

  /// Of the final summary.
  package let final: String

  /// Of the final summary with the custom terms.
  package let finalWithTerms: String

  /// Whether the brief's body says nothing to the client.
  package let isEmpty: Bool

  package init(of brief: Brief) {
    let summary = MarkdownDocument(brief.source.bytes[brief.body])
    let content = SummaryContent(of: brief, summary: summary, kind: .call)
    call = content.digest
    isEmpty = content.sections.isEmpty
    final = SummaryContent(of: brief, summary: summary, kind: .final).digest
    finalWithTerms =
      SummaryContent(of: brief, summary: summary, kind: .final, includesTerms: true).digest
  }

  /// Whether one of the summaries is what a record's `body` says.
  package func contains(_ body: String) -> Bool {
    [call, final, finalWithTerms].contains { $0.utf8.elementsEqual(body.utf8) }
  }

  /// The summary of a brief with these digests whose digest a record holds; nil where it is none.
  package func content(of brief: Brief, body: String) -> SummaryContent? {
    if call.utf8.elementsEqual(body.utf8) { return SummaryContent(of: brief, kind: .call) }
    if final.utf8.elementsEqual(body.utf8) { return SummaryContent(of: brief, kind: .final) }
    guard finalWithTerms.utf8.elementsEqual(body.utf8) else { return nil }
    return SummaryContent(of: brief, kind: .final, includesTerms: true)
  }
}
