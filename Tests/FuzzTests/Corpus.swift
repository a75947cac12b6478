import TestSupport

/// The well-formed files that mutations begin with, and what is spliced into them.
enum Corpus {
  static let briefs: [[UInt8]] = [
    file("Samples/acme-onboarding.md"), file("Samples/borealis-delivery.md"),
    file("Corpora/generated-brief.md"),
  ]

  /// What each brief cites, whatever path it names.
  static let transcript = file("Corpora/generated-call.vtt")

  /// The lines of the big list of naughty strings.
  static let naughty = file("Corpora/blns.txt").split(separator: UInt8(ascii: "\n"))
    .filter { $0.first != UInt8(ascii: "#") }.map { Array($0) }

  static let policy = Array(
    """
    version: 1
    briefs: handoffs/**/*.md
    people:
      - email: dana@northwind.example
        name: Dana Lee
        roles: [sales]
        also: [12345+dana@users.noreply.forge.example]
      - email: ines@northwind.example
        roles: [sales]
        until: 2027-01-01
      - email: sam@northwind.example
        name: Sam Park
        roles: [receiving]
        stand_ins: [noor@northwind.example]
        keys:
          - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ1J0DvVnTgfCwFZ4ZQ8cV8sQJw0x4cL3nXf0o8mXyZk sam
      - email: noor@northwind.example
        roles: [receiving]
      - email: lee@northwind.example
        name: Lee Ono
        roles: [legal, pricing, policy]
    policy:
      signatures: optional
      client_confirmation: requested
      review_days: 2
      reply_days: 3
      protected: [main]
      severity:
        vague-promise: error
      cue_words:
        hedges: [more or less]
    pilot:
      team: mid-market
      types: [sales-to-onboarding]
      from: 2026-07-01
      days: 30
      owner: lee@northwind.example
      threshold: 0.9
    types:
      partner-to-sales:
        title: Partner to sales
        requires: [goal, stakeholders, promises, exclusions]
        sections: [Current situation, Next steps]
        approvals: [sales, receiving]
        evidence: [proposal or contract]
    retired:
      - id: acme-old
        reason: the account was closed
        by: lee@northwind.example
        on: 2026-07-01
    erased:
      - file: evidence/acme/call.vtt
        reason: asked for by Ana
        by: lee@northwind.example
        on: 2026-07-01

    """.utf8)

  private static func file(_ path: String) -> [UInt8] {
    let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    guard let bytes = readFile("/\(tests)/\(path)") else {
      preconditionFailure("\(path) is part of the tests")
    }
    return bytes
  }
}
