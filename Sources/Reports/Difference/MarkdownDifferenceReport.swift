internal import Briefs

/// A difference as a page of Markdown.
///
/// Words are struck and added with tags, since marks such as `~~` do nothing beside some signs.
struct MarkdownDifferenceReport {
  let report: DifferenceReport

  var rendered: String {
    let head = "# \(report.title.escapedForMarkdown)\n"
    guard !report.briefs.isEmpty else { return head + "\nNothing changed.\n" }
    return head + report.briefs.map(section).joined()
  }

  private func section(of brief: ComparedBrief) -> String {
    let title = brief.title.escapedForMarkdown
    let notes = [brief.path] + brief.notes
    return "\n## \(title)\n\n"
      + notes.map { "- \($0.onOneLine.escapedForMarkdown)\n" }.joined()
      + brief.changesInMarkdown(level: 3)
  }
}

extension ComparedBrief {
  /// Everything that changed, each part with a heading of a level.
  func changesInMarkdown(level: Int) -> String {
    let marks = String(repeating: "#", count: level)
    let groups = DifferenceOutline(of: self).groups.map { group in
      "\n\(marks) \(group.title.escapedForMarkdown)\n\n" + group.entries.map(\.markdown).joined()
    }
    let parts = SummaryChange.all(in: difference.body).map {
      $0.inBrief.markdown(called: "Summary", marks: marks)
    }
    return (groups + parts).joined()
  }
}

extension SummaryChange {
  /// The changed lines below a heading.
  func markdown(called name: String, marks: String) -> String {
    "\n\(marks) \((title ?? name).onOneLine.escapedForMarkdown)\n\n"
      + lines.map { "- \($0.markdown)\n" }.joined()
  }
}

extension DifferenceOutline.Entry {
  /// The entry as a line of a list, its details below it.
  var markdown: String {
    let name = name.isEmpty ? "" : "**\(name.onOneLine.escapedForMarkdown)** "
    return "- \(name)\(phrase)\n" + details.map { "  - \($0.markdown)\n" }.joined()
  }

  private var phrase: String {
    guard let ending else { return words.markdown }
    let words =
      switch fate {
      case .gone: "<del>\(words.markdown)</del>"
      case .new: "<ins>\(words.markdown)</ins>"
      case .changed: words.markdown
      }
    return (self.words.isEmpty ? "" : "“\(words)” ") + ending.onOneLine.escapedForMarkdown
  }
}

extension DifferenceOutline.Detail {
  fileprivate var markdown: String {
    (label.map { "\($0.escapedForMarkdown): " } ?? "") + words.markdown
  }
}

extension MarkedWords {
  fileprivate var markdown: String {
    rendered { run in
      switch run {
      case .kept(let text): text.escapedForMarkdown
      case .removed(let text): "<del>\(text.escapedForMarkdown)</del>"
      case .added(let text): "<ins>\(text.escapedForMarkdown)</ins>"
      }
    }
  }
}
