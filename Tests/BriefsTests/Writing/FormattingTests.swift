import Briefs
import Diagnostics
import TestSupport
import Testing

@Suite struct FormattingTests {
  @Test func `items get ids and keys, text gets quotes, braces are written out`() throws {
    try checkFormatting(
      """
      handoff: acme-onboarding\u{20}\u{20}
      goal: Close: fast # now
      promises:
        # Said on the phone.
        - Weekly report\u{20}
        - Support: 24/7
        - text: SSO
        - {id: P4, text: "a: b", bounded_by: [X1, X2]}
      exclusions: [{id: X1, text: On-site training}, Travel]
      meeting: {on: 2026-09-01, objective: Go, value: }
      sensitivities: []
      left_behind:
      - acme-sdr/P2
      risks:
        - text: |
            kept  \u{20}

          severity: low\t
      x-own: {a: b}  # kept
      """,
      """
      handoff: acme-onboarding
      goal: "Close: fast # now"
      promises:
        # Said on the phone.
        - id: P-1
          text: Weekly report
        - id: P-2
          text: "Support: 24/7"
        - id: P-3
          text: SSO
        - id: P4
          text: "a: b"
          bounded_by: [X1, X2]
      exclusions:
        - id: X1
          text: On-site training
        - id: X-1
          text: Travel
      meeting:
        on: 2026-09-01
        objective: Go
        value:
      sensitivities: []
      left_behind:
      - item: acme-sdr/P2
      risks:
        - id: R-1
          text: |
            kept  \u{20}

          severity: low
      x-own: {a: b}  # kept
      """)
  }

  @Test
  func `what only a person can mend stays, and the rest is formatted as far as it is certain`()
    throws
  {
    try checkFormatting(
      "x-own: *x \npromises:\n  - text: a: b\n  - SSO ",
      "x-own: *x \npromises:\n  - text: \"a: b\"\n  - SSO ")
    try checkFormatting(
      "promises: [{id: P1, text: a}] # why", "promises: [{id: P1, text: a}] # why")
  }

  private func checkFormatting(
    _ given: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for ending in ["\n", "\r\n"] {
      let brief = try brief(given, lineEnding: ending)
      var generator = SeededGenerator(seed: 1)
      let bytes = brief.source.bytes.applying(Formatting.format(brief, using: &generator))
      let again = try #require(Brief(reading: SourceText(bytes)))
      #expect(Formatting.format(again, using: &generator).isEmpty, sourceLocation: sourceLocation)
      let text = numberingMintedIDs(String(decoding: bytes, as: UTF8.self))
      #expect(
        text.unicodeScalars.elementsEqual(file(expected, lineEnding: ending).unicodeScalars),
        "\(text)", sourceLocation: sourceLocation)
    }
  }

  /// The text with each `P-7K3F` replaced by its number in its list.
  private func numberingMintedIDs(_ text: String) -> String {
    var counts: [String: Int] = [:]
    return text.replacing(/id: ([A-Z]+)-[0-9A-Z]{4}/) { match in
      counts[String(match.1), default: 0] += 1
      return "id: \(match.1)-\(counts[String(match.1), default: 0])"
    }
  }
}
