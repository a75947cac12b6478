internal import Briefs
package import Diagnostics
internal import Markdown

/// A summary has the sections of its type, each with words.
package struct MissingSection: Rule {
  package static let documentation = RuleDocumentation(
    id: "missing-section", category: .content, weight: .errorOnceSubmitted,
    summary: "A summary has the sections of its type, each with words.",
    rationale: "What the summary leaves out, the customer cannot correct.",
    remedy: "Write the section below its heading; “Not discussed yet” is an answer.",
    accepts: [
      "## Timeline\n\nNot discussed yet.",
      "!## Timeline\n## Next steps\n\nSam calls.\n\n# TIMELINE:\n\n### Go-live\n\nOn 1 October.",
      "type: ae-to-support\n!## Business impact",
    ],
    rejects: [
      "⟪handoff⟫: acme-onboarding\n!## Timeline", "## ⟪Timeline⟫\n\n<!-- 1 October -->\n",
      "## ⟪Next steps⟫\n\ntbd\n", "## ⟪Next steps⟫\n\n### Ours\n",
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    guard let type = subject.type, !type.sections.isEmpty, !subject.summary.exceedsLimits else {
      return []
    }
    let sections = subject.summary.sections
    let titles = sections.map { folded($0.title) }
    return type.sections.compactMap { title in
      let wanted = folded(title)
      let indices = sections.indices.filter { titles[$0].utf8.elementsEqual(wanted.utf8) }
      guard let first = indices.first else { return .missing(title, subject) }
      if indices.contains(where: { hasWords(sections, at: $0) }) { return nil }
      return .empty(title, sections[first])
    }
  }

  /// A heading without its letter case and the colon that may end it.
  private func folded(_ heading: String) -> String {
    var words = heading.collapsingWhiteSpace.lowercased()
    while let last = words.unicodeScalars.last, last == ":" || last == " " {
      words.unicodeScalars.removeLast()
    }
    return words
  }

  /// Whether words stand below a heading, or below one of the smaller headings within it.
  private func hasWords(_ sections: [MarkdownSection], at index: Int) -> Bool {
    let level = sections[index].level
    for place in index..<sections.count {
      if place > index, sections[place].level <= level { return false }
      if sections[place].blocks.contains(where: { $0.kind != .html && !$0.text.isBlank }) {
        return true
      }
    }
    return false
  }
}

extension Finding {
  private static let rule = MissingSection.documentation.id

  fileprivate static func missing(_ title: String, _ subject: Subject) -> Finding {
    Finding(
      rule: rule, span: subject.brief.anchor,
      message: "the summary has no section “\(title)”",
      help: "write `## \(title)` below the front-matter and what the customer said, or "
        + "“Not discussed yet”")
  }

  fileprivate static func empty(_ title: String, _ section: MarkdownSection) -> Finding {
    Finding(
      rule: rule, span: section.titleSpan,
      message: "the section “\(title)” says nothing",
      help: "write below it what the customer said, or “Not discussed yet”")
  }
}
