internal import Briefs

/// A brief as a page of Markdown.
struct MarkdownBriefReport {
  let report: BriefReport

  var rendered: String {
    let groups = report.groups.map(\.markdown)
    if report.item != nil { return groups.joined(separator: "\n") }
    return ([header] + groups + summary).joined(separator: "\n")
  }

  private var header: String {
    "# \(BriefHeader.title(of: report.brief).escapedForMarkdown)\n\n"
      + report.header.map { label, words in
        "- **\(label.escapedForMarkdown):** \(words.onOneLine.escapedForMarkdown)\n"
      }.joined()
  }

  /// The summary is Markdown already; its headings go below the page's own.
  private var summary: [String] {
    SummarySections(of: report.brief).sections.map { section in
      let heading = (section.title ?? "Summary").onOneLine.escapedForMarkdown
      let level = String(repeating: "#", count: min(max(section.level, 2), 6))
      return "\(level) \(heading)\n\n"
        + section.text.safeLines.joined(separator: "\n") + "\n"
    }
  }
}

extension BriefOutline.Group {
  /// The group as a section with a list.
  var markdown: String {
    var output = "## \(title.escapedForMarkdown)\n\n"
    if let absence { output += absence.onOneLine.escapedForMarkdown + "\n" }
    for entry in entries {
      let name = entry.name.isEmpty ? "" : "**\(entry.name.onOneLine.escapedForMarkdown)** "
      let words = entry.text.onOneLine.escapedForMarkdown
      output += "- \(name)\(entry.isWithdrawn ? "~~\(words)~~" : words)\n"
      for detail in entry.details { output += "  - \(detail.onOneLine.escapedForMarkdown)\n" }
    }
    return output
  }
}
