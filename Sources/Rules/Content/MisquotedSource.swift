internal import Briefs
package import Diagnostics

/// A quote stands where its source says.
package struct MisquotedSource: Rule {
  package static let documentation = RuleDocumentation(
    id: "misquoted-source", category: .content, weight: .errorOnceSubmitted,
    summary: "A quote stands where its source says.",
    rationale: "A quote that is nearly right is what the customer's lawyer reads out.",
    remedy: "`handoff cite BRIEF/ITEM \"the words\"` finds the words and writes source and quote.",
    accepts: [
      RuleExample(
        promise("E1#L5-L9", "we’ll send the REPORT … by the first of September"), files: transcript),
      RuleExample(promise("E1@00:14:20", "by the first of September. And SSO"), files: transcript),
      RuleExample(promise("E1", "And SSO in May"), files: transcript),
      RuleExample(promise("E2", "words of a page that is elsewhere"), files: transcript),
    ],
    rejects: [
      RuleExample(promise("E1#L5", "⟪we will send the report⟫"), files: transcript),
      RuleExample(promise("E1#L5", "⟪And SSO in May⟫"), files: transcript),
      RuleExample(promise("E1@00:20:00", "⟪And SSO in May⟫"), files: transcript),
      RuleExample(promise("E1#L99", "⟪And SSO in May⟫"), files: transcript),
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    var findings: [Finding] = []
    var evidence = CitedEvidence(subject)
    for item in subject.brief.items {
      guard let quote = item[.quote], !item.isWithdrawn else { continue }
      let sources = item.fields.list(.source)
      if sources.isEmpty { continue }
      var elsewhere: String?
      let wanted = FoldedText.Quote(quote.string)
      let isThere = sources.contains { source in
        switch evidence.search(for: wanted, at: source.string) {
        case .found, .unknown: return true
        case .missing(let place):
          elsewhere = elsewhere ?? place
          return false
        }
      }
      if !isThere { findings.append(.misquoted(item, quote, sources, elsewhere, subject)) }
    }
    return findings
  }
}

extension MisquotedSource {
  private static func promise(_ source: String, _ quote: String) -> String {
    """
    promises:
      - id: P1
        text: SSO by May
        source: \(source)
        quote: \(quote)
    evidence:
      - id: E1
        kind: call-notes
        file: evidence/acme/call.vtt
      - id: E2
        kind: proposal
        url: https://docs.example/acme-proposal
    """
  }

  private static let transcript = [
    "evidence/acme/call.vtt": """
    WEBVTT

    1
    00:14:18.000 --> 00:14:24.000
    <v Dana Lee>So we'll send the report, weekly, by the first

    2
    00:14:24.500 --> 00:14:28.000
    <v Dana Lee>of September. And SSO in May.
    """
  ]
}

extension Finding {
  fileprivate static func misquoted(
    _ item: Item, _ quote: Text, _ sources: [Text], _ elsewhere: String?, _ subject: Subject
  ) -> Finding {
    let names = sources.map(\.string).joined(separator: ", ").shortened(to: 60)
    return Finding(
      rule: MisquotedSource.documentation.id, span: quote.span, item: item.id,
      message: "the quote of \(item.nameInSentence) is not at \(names)",
      help: elsewhere.map { "its words stand at \($0): write `source: \($0)`" }
        ?? "copy the words from the evidence, or run "
        + "`handoff cite \(subject.reference(to: item)) \"the words\"`")
  }
}
