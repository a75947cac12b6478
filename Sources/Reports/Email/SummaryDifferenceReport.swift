package import Briefs

/// What two states of a summary email say differently, section by section.
package struct SummaryDifferenceReport: Sendable {
  /// One of the two states.
  package struct Side: Sendable {
    /// What it is called, such as `revision 2`.
    let name: String

    /// The commit's id; nil for what is not committed.
    let commit: String?

    /// What the client reads.
    let content: SummaryContent

    package init(name: String, commit: String?, content: SummaryContent) {
      self.name = name
      self.commit = commit
      self.content = content
    }
  }

  let brief: Brief
  let old: Side
  let new: Side

  package init(brief: Brief, old: Side, new: Side) {
    self.brief = brief
    self.old = old
    self.new = new
  }

  /// The report as text that ends with a line feed.
  package func rendered(as format: DifferenceFormat, isColored: Bool) -> String {
    switch format {
    case .text: text(isColored: isColored)
    case .markdown: markdown
    case .json: json.text + "\n"
    case .html: html
    }
  }

  var changes: [SummaryChange] { SummaryChange.all(from: old.content, to: new.content) }
}

extension SummaryDifferenceReport {
  private var title: String { BriefHeader.title(of: brief) }
  private var place: String { "from \(old.name) to \(new.name)" }

  private func text(isColored: Bool) -> String {
    let head = [
      title.onOneLine.styled(.bold, if: isColored), place.onOneLine.styled(.faint, if: isColored),
    ]
    let parts = changes.flatMap { $0.textLines(called: Words.opening, isColored: isColored) }
      .map(\.string)
    return (head + (parts.isEmpty ? ["", Words.same] : parts)).map { $0 + "\n" }.joined()
  }

  private var markdown: String {
    let parts = changes.map { $0.markdown(called: Words.opening, marks: "##") }.joined()
    return "# \(title.onOneLine.escapedForMarkdown)\n\n\(place.onOneLine.escapedForMarkdown)\n"
      + (parts.isEmpty ? "\n\(Words.same)\n" : parts)
  }

  private var html: String {
    let parts = changes.map { $0.html(called: Words.opening) }.joined()
    let name = title.onOneLine
    return HTMLPage(
      title: "\(name): \(place.onOneLine)",
      content: "<section>\n<h2>\(name.escapedForHTML)</h2>\n"
        + "<p class=\"place\">\(place.onOneLine.escapedForHTML)</p>\n"
        + (parts.isEmpty ? "<p>\(Words.same)</p>\n" : parts) + "</section>\n"
    ).rendered
  }

  private var json: JSONValue {
    [
      "schema": "handoff/email-diff/1", "brief": .optional(brief.id), "from": old.json,
      "to": new.json,
      "sections": .array(
        SummaryChange.pairs(of: old.content.sections, new.content.sections)
          .filter { !$0.isSame }.map(\.json)),
    ]
  }
}

extension SummaryDifferenceReport.Side {
  fileprivate var json: JSONValue {
    [
      "name": .string(name), "commit": .optional(commit), "kind": .string(content.kind.rawValue),
      "body": .string(content.digest),
    ]
  }
}

extension SummaryChange.Pair {
  fileprivate var json: JSONValue {
    let words = WordDifference(old: old?.markdown ?? "", new: new?.markdown ?? "")
    return [
      "heading": .string(heading), "old": .optional(old?.markdown),
      "new": .optional(new?.markdown), "words": words.json,
    ]
  }
}

private enum Words {
  static let opening = "Above the first heading"
  static let same = "A client would read the same."
}
