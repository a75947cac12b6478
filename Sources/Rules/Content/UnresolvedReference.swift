internal import Briefs
package import Diagnostics

/// What a brief refers to is there.
package struct UnresolvedReference: Rule {
  package static let documentation = RuleDocumentation(
    id: "unresolved-reference", category: .content, weight: .errorOnceSubmitted,
    summary: "What a brief refers to is there.",
    rationale: "A promise bounded by an exclusion that is not there is not bounded.",
    remedy: "Correct the id, the place or the path, or add what it names.",
    accepts: [
      """
      expectations:
        - id: A1
          text: Weekly calls
          basis: assumed
          settled: "declined: told on the call of 2 July"
      """,
      RuleExample(
        """
        after: [acme-sdr]
        exclusions:
          - id: X1
            text: Training
            carried: acme-sdr/X1
        """,
        others: ["handoffs/acme/acme-sdr.md": "handoff: acme-sdr"]),
    ],
    rejects: [
      "promises:\n  - id: P1\n    text: SSO by May\n    source: ⟪E9#L3⟫\n    bounded_by: [X1, ⟪X9⟫]",
      "expectations:\n  - id: A1\n    text: Weekly calls\n    basis: assumed\n    settled: ⟪X9⟫",
      """
      questions:
        - id: Q1
          text: Which SSO?
          by: sam@northwind.example
          at: 2026-07-20T10:00:00Z
          items: [P1, ⟪P9⟫]
      """,
      """
      waivers:
        - id: W1
          rule: ⟪vage-promise⟫
          reason: Agreed with the customer.
          by: lee@northwind.example
          until: 2026-09-01
        - id: W2
          rule: ⟪dropped-exclusion⟫
          reason: Agreed with the customer.
          by: lee@northwind.example
          until: 2026-09-01
      """,
      RuleExample(
        """
        promises:
          - id: P1
            text: SSO by May
            source: [E3#L2, ⟪E3#L2-L4⟫]
        evidence:
          - id: E1
            kind: call-notes
            url: https://docs.example/call
          - id: E3
            kind: call-notes
            file: evidence/acme/call.txt
          - id: E2
            kind: proposal
            file: ⟪evidence/acme/proposal.txt⟫
        """,
        files: ["evidence/acme/call.txt": "SSO by May.\nAgreed.\n"]),
      RuleExample(
        """
        promises:
          - id: P1
            text: SSO by May
            source: [E3@00:03:10, ⟪E3@09:00:00⟫]
        evidence:
          - id: E1
            kind: call-notes
            url: https://docs.example/call
          - id: E2
            kind: proposal
            url: https://docs.example/proposal
          - id: E3
            kind: call-notes
            file: evidence/acme/call.vtt
        """,
        files: [
          "evidence/acme/call.vtt": "WEBVTT\n\n00:03:05.000 --> 00:03:12.000\nSSO by May.\n"
        ]),
      RuleExample(
        """
        after: [acme-sdr]
        exclusions:
          - id: X1
            text: Training
            carried: ⟪acme-sdr/X9⟫
          - id: X2
            text: Travel
            carried: ⟪acme-old/X1⟫
        """,
        others: ["handoffs/acme/acme-sdr.md": "handoff: acme-sdr"]),
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    var findings = UnresolvedReference.waivedRules(in: subject)
    findings += UnresolvedReference.evidence(in: subject)
    for item in subject.brief.items {
      for field in item.fields.all {
        check(field, of: item, subject, &findings)
      }
    }
    if let evidence = subject.brief.block(.introduction)?.fields[.evidence],
      subject.brief.item(evidence.string, in: .evidence) == nil
    {
      findings.append(.unresolved(evidence, .evidence, nil, in: .evidence))
    }
    return findings
  }

  private func check(
    _ field: Field, of item: Item, _ subject: Subject, _ findings: inout [Finding]
  ) {
    let brief = subject.brief
    switch field.name {
    case .boundedBy:
      for id in field.words where brief.item(id.string, in: .exclusions) == nil {
        findings.append(.unresolved(id, .boundedBy, item, in: .exclusions))
      }
    case .source:
      for source in field.words {
        guard let reference = SourceReference(source.string),
          brief.item(reference.evidence, in: .evidence) == nil
        else { continue }
        findings.append(.unresolved(source, .source, item, in: .evidence))
      }
    case .evidence:
      for id in field.words where brief.item(id.string, in: .evidence) == nil {
        findings.append(.unresolved(id, .evidence, item, in: .evidence))
      }
    case .items:
      for id in field.words where brief.item(id.string) == nil {
        findings.append(.unresolved(id, .items, item, in: nil))
      }
    case .settled where item.list == .expectations:
      for words in field.words where !isSettled(by: words.string, brief) {
        findings.append(.unsettled(words, item))
      }
    case .carried, .item:
      for words in field.words { checkForeign(words, field.name, of: item, subject, &findings) }
    default: break
    }
  }

  /// Whether an expectation became a promise or an exclusion, or the client was told no.
  private func isSettled(by words: String, _ brief: Brief) -> Bool {
    if let how = words.declined { return !how.isBlank }
    return brief.item(words, in: .promises) != nil || brief.item(words, in: .exclusions) != nil
  }

  /// Judges `acme-sdr/X1`; that the brief itself is there is another rule's matter.
  private func checkForeign(
    _ words: Text, _ name: FieldName, of item: Item, _ subject: Subject,
    _ findings: inout [Finding]
  ) {
    guard Identifiers.isForeignItem(words.string) else { return }
    let parts = words.string.split(separator: "/")
    let (brief, id) = (String(parts[0]), String(parts[1]))
    guard subject.brief.fields.list(.after).contains(where: { $0.string == brief }) else {
      findings.append(.notAfter(words, name, item, brief))
      return
    }
    guard let earlier = subject.surroundings.brief(brief), earlier.isSound,
      earlier.item(id) == nil
    else { return }
    findings.append(.notInEarlier(words, name, item, brief, id))
  }
}

extension Field {
  fileprivate var words: [Text] { isEmpty ? [] : values.filter { !$0.string.isWhiteSpace } }
}

extension String {
  /// What stands behind `declined:`; nil where the text does not begin so.
  fileprivate var declined: String? {
    let mark = "declined:"
    guard utf8.count >= mark.utf8.count,
      String(decoding: utf8.prefix(mark.utf8.count), as: UTF8.self).asciiLowercased == mark
    else { return nil }
    return String(decoding: utf8.dropFirst(mark.utf8.count), as: UTF8.self)
  }
}

extension Finding {
  private static let rule = UnresolvedReference.documentation.id

  fileprivate static func unresolved(
    _ words: Text, _ name: FieldName, _ item: Item?, in list: ItemList?
  ) -> Finding {
    let written = words.string.shortened(to: 40)
    let subject = item?.nameInSentence ?? "`introduction`"
    let place = list.map { "under `\($0.rawValue)`" } ?? "in this brief"
    return Finding(
      rule: rule, span: words.span, item: item?.id,
      message: "\(subject) names \(written) in `\(name.rawValue)`, and nothing \(place) is that",
      help: list.map { "correct the id, or add the \($0.noun) under `\($0.rawValue)`" }
        ?? "correct the id")
  }

  fileprivate static func unsettled(_ words: Text, _ item: Item) -> Finding {
    Finding(
      rule: rule, span: words.span, item: item.id,
      message: "\(item.nameInSentence) is settled by “\(words.string.shortened(to: 40))”, which "
        + "is no promise or exclusion of this brief",
      help: "write the id of a promise or exclusion, or `settled: \"declined: how the client was "
        + "told\"`")
  }

  fileprivate static func notAfter(
    _ words: Text, _ name: FieldName, _ item: Item, _ brief: String
  ) -> Finding {
    Finding(
      rule: rule, span: words.span, item: item.id,
      message: "\(item.nameInSentence) comes from \(brief), which `after` does not name",
      help: "add \(brief) to `after`, or correct `\(name.rawValue)`")
  }

  fileprivate static func notInEarlier(
    _ words: Text, _ name: FieldName, _ item: Item, _ brief: String, _ id: String
  ) -> Finding {
    Finding(
      rule: rule, span: words.span, item: item.id,
      message: "\(item.nameInSentence) comes from \(brief)/\(id), and \(brief) has no \(id)",
      help: "correct `\(name.rawValue)`; `handoff show \(brief)` lists the ids")
  }
}
