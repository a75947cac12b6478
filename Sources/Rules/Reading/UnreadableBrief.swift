internal import Briefs
package import Diagnostics
internal import Markdown

/// A brief is a UTF-8 text file of at most 1 MiB.
package struct UnreadableBrief: Rule {
  package static let documentation = RuleDocumentation(
    id: "unreadable-brief", category: .reading, weight: .alwaysError,
    summary: "A brief is a UTF-8 text file of at most 1 MiB.",
    rationale: "What one program reads and another does not is read differently by two owners.",
    remedy: "Save the file as UTF-8 text; move long records to evidence/ and cite them.",
    accepts: ["goal: Größer, 目標"],
    rejects: ["goal: Close⟪\u{0}⟫ the month."])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    let findings = subject.brief.findings(of: Self.documentation.id)
    let brief = subject.brief
    guard !subject.isGone, MarkdownDocument.exceedsLimits(brief.source.bytes[brief.body]) else {
      return findings
    }
    return findings + [.overfilled(brief)]
  }
}

extension Finding {
  fileprivate static func overfilled(_ brief: Brief) -> Finding {
    let source = brief.source
    return Finding(
      rule: UnreadableBrief.documentation.id,
      span: source.range(ofLine: source.line(at: brief.body.lowerBound)),
      message: "the summary is nested too deeply, or has too many lines or marks, to be read",
      help: "write paragraphs and plain lists; move long records to evidence/ and cite them")
  }
}
